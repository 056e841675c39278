"""A text as a QR code: one SVG path of dark squares, so that no picture file and no script is needed."""

import qrcode
from django.utils.html import format_html
from django.utils.safestring import SafeString

QUIET = 4  # squares of white around it that a camera needs


def svg(text: str) -> SafeString:
    """The code as an inline SVG. It is a picture of words that stand beside it, so a reader does not hear it."""
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=QUIET)
    code.add_data(text)
    squares = code.get_matrix()
    size = len(squares)
    path = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(squares) for x, dark in enumerate(row) if dark)
    drawn = '<svg class="qr" viewBox="0 0 {} {}" aria-hidden="true" focusable="false" shape-rendering="crispEdges"><path d="{}"/></svg>'
    return format_html(drawn, size, size, path)
