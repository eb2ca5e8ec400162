"""Writes an address as a QR code, for the printed sheet of invitations."""

from __future__ import annotations

import segno

QUIET_ZONE = 4
"""Blank modules around the code, as ISO/IEC 18004 demands."""


def qr_svg(address: str) -> str:
    """Return an SVG element of square modules, black on nothing, that takes the size of its place.

    It has no style of its own, so that a strict Content-Security-Policy lets it stand inline.
    """
    code = segno.make(address, micro=False, error="m", boost_error=False)
    svg: str = code.svg_inline(omitsize=True, border=QUIET_ZONE, svgclass=None, lineclass=None)
    return svg
