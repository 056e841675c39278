"""A page about a person opens from our own pages, never from another site's link: that would put a look on the record of whoever was
made to follow it."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from sisada.foundation.problems import Problem


class FromAnotherSite(Problem):
    code = "lookup.from-another-site"
    status = 403

    def __init__(self) -> None:
        sentence = _("Situs lain mengarahkan Anda ke halaman ini, jadi data tidak dibuka. Bila memang perlu, buka dari halaman Cari.")
        super().__init__(sentence, next_url="/cari/", next_words=_("Buka Cari"))


def require_own_page(request: HttpRequest) -> None:
    """Called first by every view that opens persons by GET. A browser says where a request comes from, and no page can make it say
    otherwise; an address typed or kept as a bookmark comes from nowhere ("none").

    Raises: FromAnotherSite."""
    if request.headers.get("Sec-Fetch-Site") == "cross-site":
        raise FromAnotherSite
