"""Coming in by an invitation: address and code open it, a new password uses it, and then a second factor is set up.

Whatever is wrong (no such person, another code, too late, used, not confirmed) is one refusal with one sentence: nobody learns
who works here.
"""

from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.http import HttpRequest

from sisada.inside.accounts.invitation_codes import Code
from sisada.inside.accounts.refusals import Refused, ask
from sisada.sign_in import first_steps, users

OPENED = "invitation"  # the session's key: address and kept code, between the two pages


def open_one(request: HttpRequest, email: str, code: Code) -> None:
    """Remember in a fresh session that this browser holds an invitation that is open now.

    Raises: Refused, always the same.
    """
    if ask("accounts_invitation_of", email, code.kept())[0] is None:
        raise Refused("accounts.invitation-void")
    request.session.flush()  # whoever was signed in here before is not the one invited
    request.session[OPENED] = {"email": email, "kept": code.kept().hex()}


def invited(request: HttpRequest) -> users.User:
    """Whom the opened invitation is for.

    Raises: Refused when none was opened in this session.
    """
    user = users.by_email(str(request.session.get(OPENED, {}).get("email", "")))
    if user is None:
        raise Refused("accounts.invitation-void")
    return user


def accept(request: HttpRequest, password: str) -> None:
    """Use the opened invitation: the password holds, what let this person in before is over, and the browser is signed in to set up
    its second factor.

    Raises: Refused; ValidationError for a password that is too weak.
    """
    user = invited(request)
    validate_password(password, user)
    opened = request.session[OPENED]
    row = ask("accounts_accept_invitation", opened["email"], bytes.fromhex(opened["kept"]), make_password(password))
    first_steps.begin(request, UUID(str(row[0])))
