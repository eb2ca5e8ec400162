"""Addresses that lead back into the site from outside of it: in mails, on paper, in QR codes."""

from __future__ import annotations

from flask import request

from drafting.web.identity import settings


def site_address() -> str:
    """Return the address of the site without a slash at its end.

    A real house has `DRAFTING_PUBLIC_URL`, so that nobody's `Host` header gets into a mail.
    """
    return settings().public_url or request.url_root.rstrip("/")
