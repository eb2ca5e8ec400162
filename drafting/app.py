"""The composition root: puts settings, engine, pages and policies together, and nothing else."""

from __future__ import annotations

import secrets
from datetime import timedelta

from flask import Flask
from jinja2 import StrictUndefined
from werkzeug.middleware.proxy_fix import ProxyFix

from drafting.config import DATA, PACKAGE, Settings
from drafting.store.session import make_engine
from drafting.web.by_script import init_by_script
from drafting.web.context import init_context
from drafting.web.converters import init_converters
from drafting.web.csrf import init_csrf
from drafting.web.faults import init_faults
from drafting.web.filters import init_filters
from drafting.web.headers import init_headers
from drafting.web.identity import init_identity
from drafting.web.locale import init_locale
from drafting.web.routes import init_routes
from drafting.web.transaction import init_transactions


def create_app(settings: Settings) -> Flask:
    """Make the application of one site."""
    app = Flask(
        "drafting",
        root_path=str(PACKAGE),
        template_folder=str(DATA / "templates"),
        static_folder=str(PACKAGE / "web" / "static"),
    )
    app.config.update(flask_config(settings))
    app.extensions["drafting.settings"] = settings
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    # First, so last in answering: they finish also the page of what could not be kept.
    init_by_script(app)
    init_headers(app)
    init_transactions(app, make_engine(settings.database_url))
    init_locale(app, settings)
    for init in (
        init_identity,
        init_csrf,
        init_converters,
        init_filters,
        init_context,
        init_faults,
        init_routes,
    ):
        init(app)
    if settings.proxies:
        count = settings.proxies
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]  # the documented way to wrap
            app.wsgi_app, x_for=count, x_proto=count, x_host=count
        )
    return app


def flask_config(settings: Settings) -> dict[str, object]:
    """Say in Flask's words what our settings mean."""
    return {
        "SECRET_KEY": settings.secret_key or secrets.token_hex(32),
        "MAX_CONTENT_LENGTH": settings.largest,
        "SEND_FILE_MAX_AGE_DEFAULT": timedelta(days=365),  # addresses change with the content
        "MAX_FORM_MEMORY_SIZE": 2_000_000,
        "MAX_FORM_PARTS": 2_000,
        "PERMANENT_SESSION_LIFETIME": timedelta(days=30),
        "SESSION_COOKIE_NAME": "__Host-drafting" if settings.secure else "drafting",
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": settings.secure,
        "WTF_CSRF_TIME_LIMIT": None,
        "WTF_CSRF_SSL_STRICT": False,
        "TESTING": settings.testing,
    }
