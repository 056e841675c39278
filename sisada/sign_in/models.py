"""Users and their devices. No rights here: a user without a role in `accounts` or `members` may do nothing."""

import uuid
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.hashers import make_password
from django.db import models
from django.utils import timezone
from django.utils.crypto import salted_hmac


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str, *, name: str) -> "User":
        """A user who can sign in once a second factor is set. `password` is plain text here and nowhere after."""
        user = self.model(email=self.normalize_email(email).lower(), name=name, password=make_password(password))
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, email: str | None) -> "User":
        return self.get(email=(email or "").lower())


class User(AbstractBaseUser):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(unique=True)
    name = models.TextField()
    is_active = models.BooleanField(default=True)
    # Sessions begun before this instant are over at their next request: one update ends them all.
    sessions_valid_from = models.DateTimeField(default=timezone.now)

    USERNAME_FIELD = "email"
    objects: ClassVar[UserManager] = UserManager()

    class Meta:
        db_table = "sign_in_user"

    def __str__(self) -> str:
        return str(self.id)  # never the name: this ends in logs

    def get_full_name(self) -> str:
        return self.name

    def get_session_auth_hash(self) -> str:
        """What every session of this user carries: it changes with the password and with `sessions_valid_from`."""
        return salted_hmac("sisada.sign_in", f"{self.password}|{self.sessions_valid_from.isoformat()}", algorithm="sha256").hexdigest()

    def get_session_auth_fallback_hash(self):  # type: ignore[no-untyped-def]  # noqa: ANN201 - Django's generator of hashes by older keys: we keep none
        yield from ()


class Device(models.Model):
    """A browser that passed the second factor once. Its random key lives in a long-lived HttpOnly cookie; here is its hash."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE)
    key_hash = models.BinaryField(max_length=32)
    label = models.TextField()  # "Chrome, Android": coarse, for its owner to recognise it
    registered_at = models.DateTimeField(default=timezone.now)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "sign_in_device"
        constraints = [models.UniqueConstraint(fields=["key_hash"], name="sign_in_device_key")]

    def __str__(self) -> str:
        return str(self.id)
