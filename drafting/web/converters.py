"""The variables that may stand in an address, each with its own form."""

from __future__ import annotations

import unicodedata

from flask import Flask
from werkzeug.routing import BaseConverter, IntegerConverter, ValidationError

from drafting.rules.labels import amendment_label, amendment_number
from drafting.rules.slugs import is_slug


class SlugConverter(BaseConverter):
    """A statement's short name, in any script: `dhaka-2026`; a capital or split letter finds it."""

    def to_python(self, value: str) -> str:
        """Read the name as it is kept."""
        name = unicodedata.normalize("NFC", value).lower()
        if not is_slug(name):
            raise ValidationError
        return name


class KeyConverter(BaseConverter):
    """The key of a paragraph, a section or a draft, as the store made it."""

    regex = r"[a-z0-9]{4,12}"


class LabelConverter(BaseConverter):
    """The number of an amendment as people say it: `A12`."""

    regex = r"[Aa][1-9][0-9]{0,6}"

    def to_python(self, value: str) -> int:
        """Read the number behind the letter."""
        number = amendment_number(value)
        if number is None:
            raise ValidationError
        return number

    def to_url(self, value: int) -> str:
        """Write the number with its letter."""
        return amendment_label(value)


class NumberConverter(IntegerConverter):
    """The number of a row or a draft; one that no database can hold is no address."""

    regex = r"[0-9]{1,9}"


class TokenConverter(BaseConverter):
    """The secret of a one-time link, or of a code that is typed."""

    regex = r"[A-Za-z0-9_-]{12,64}"


def init_converters(app: Flask) -> None:
    """Make the converters known to the address map."""
    app.url_map.converters.update(
        slug=SlugConverter,
        key=KeyConverter,
        label=LabelConverter,
        token=TokenConverter,
        int=NumberConverter,
    )
