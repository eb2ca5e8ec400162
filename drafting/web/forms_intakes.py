"""Forms that bring a text in."""

from __future__ import annotations

from flask import request
from flask_wtf.file import FileField, FileRequired
from wtforms import HiddenField
from wtforms.validators import InputRequired

from drafting.actions.bring_in_text import BringInText
from drafting.errors import N_
from drafting.exchange.intake.arrange import BY_PLACE, Arrangement
from drafting.web.forms import Form, NumberField


class UploadForm(Form):
    """A file to bring in."""

    file = FileField(validators=[FileRequired(N_("Choose a file."))])

    def asked(self, slug: str, megabytes: int) -> BringInText:
        """Return the file; at most one byte more than allowed is read of it."""
        upload = self.file.data
        data = upload.read(megabytes * 1_000_000 + 1)
        return BringInText(slug, upload.filename or "", data, megabytes)


class SplitForm(Form):
    """The proposed split: titles and kinds of all sections, and one step."""

    cursor = NumberField(validators=[InputRequired()])
    do = HiddenField()

    def asked(self) -> tuple[int, Arrangement]:
        """Return which split was seen, with titles and kinds as typed, and the step."""
        step = "" if self.do.data in {"keep", "save"} else self.do.data or ""
        wanted = Arrangement(numbered("title-"), numbered("kind-"), step)
        return self.cursor.data, wanted

    def anchor(self) -> str | None:
        """Return the place on the page where the step was taken, so that the reader stays there."""
        name, _, rest = (self.do.data or "").partition(":")
        if not rest:
            return None
        place = rest.split(":")[0].replace(".", "-")
        return f"section-{place}" if name in BY_PLACE else f"line-{place}"


def numbered(prefix: str) -> dict[int, str]:
    """Return the fields of the request whose name is this prefix and a number."""
    return {
        int(name[len(prefix) :]): value
        for name, value in request.form.items()
        if name.startswith(prefix) and name[len(prefix) :].isdecimal() and len(name) < 20
    }
