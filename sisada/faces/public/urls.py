"""Every route of the public face, one line each: its table of contents. Each exists once a language (languages.py)."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import path

from sisada.faces.public import pages
from sisada.faces.public.activity.report import activity
from sisada.faces.public.borders.pages import borders
from sisada.faces.public.follow.pages import follow
from sisada.faces.public.objection.report import objection
from sisada.faces.public.poster.pages import poster
from sisada.faces.public.presence import template_files
from sisada.faces.public.presence.my_list import my_list
from sisada.faces.public.presence.report import presence
from sisada.faces.public.receipt.pages import check_receipt

urlpatterns = i18n_patterns(
    path("", pages.home, name="home"),
    path("lapor/", activity, name="activity"),
    path("keberadaan/", presence, name="presence"),
    path("keberadaan/daftar/", my_list, name="my_list"),
    path("keberadaan/templat.csv", template_files.as_csv, name="presence_csv"),
    path("keberadaan/templat.xlsx", template_files.as_xlsx, name="presence_xlsx"),
    path("data-saya/", objection, name="objection"),
    path("peta/", borders, name="borders"),
    path("ikuti/", follow, name="follow"),
    path("tanda-terima/", check_receipt, name="check_receipt"),
    path("poster/<str:code>/", poster, name="poster"),
    path("privasi/", pages.privacy, name="privacy"),
    path("aksesibilitas/", pages.accessibility, name="accessibility"),
    prefix_default_language=False,
)
handler400 = "sisada.faces.public.problems.unreadable"
handler404 = "sisada.faces.public.problems.not_found"
handler500 = "sisada.faces.public.problems.broken"
