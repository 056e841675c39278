"""Asking once more who it is, without keeping what was sent meanwhile.

allauth keeps a suspended POST whole in the session, to repeat it afterwards: its fields, and the browser's cookies, of which one is the
device's key. We keep neither: after the answer the page is opened anew.
"""

from allauth.account.internal.flows.reauthentication import STATE_SESSION_KEY
from django.http import HttpRequest


def forget_what_was_sent(request: HttpRequest) -> None:
    """After an answer that may have asked again."""
    if "request" in request.session.get(STATE_SESSION_KEY, {}):
        del request.session[STATE_SESSION_KEY]
