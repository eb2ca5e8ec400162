"""What every answer carries: a strict policy, no search engines, and a small size."""

from __future__ import annotations

import gzip

from flask import Flask, Response, request

from drafting.web.identity import settings

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
UNUSED = (
    "accelerometer",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "hid",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "serial",
    "usb",
)
"""What a page could ask a phone for, and none of ours does."""
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in UNUSED),
    "X-Robots-Tag": "noindex, nofollow",
}
HTTPS_ALONE = "max-age=31536000"
"""A browser that has been here once comes by https for a year, whatever a link says."""
WORTH_PACKING = 500
PACKED = ("text/", "application/json", "image/svg+xml")


def init_headers(app: Flask) -> None:
    """Add the headers, then pack what is worth packing."""
    app.after_request(pack)
    app.after_request(add_headers)


def add_headers(response: Response) -> Response:
    """Add what is not set; pages and files with somebody's words are kept by no cache."""
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if settings().secure:
        response.headers.setdefault("Strict-Transport-Security", HTTPS_ALONE)
    if request.endpoint != "static":
        response.headers.setdefault("Cache-Control", "no-store")
    return response


def pack(response: Response) -> Response:
    """Compress text for those who accept it (waitress compresses nothing)."""
    if not (response.mimetype or "").startswith(PACKED) or response.headers.get("Content-Encoding"):
        return response
    response.vary.add("Accept-Encoding")
    if "gzip" not in request.headers.get("Accept-Encoding", ""):
        return response
    response.direct_passthrough = False
    body = response.get_data()
    if len(body) >= WORTH_PACKING:
        response.set_data(gzip.compress(body, compresslevel=6, mtime=0))
        response.headers["Content-Encoding"] = "gzip"
    return response
