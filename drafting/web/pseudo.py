"""Two invented languages for tests: every word that went through gettext is seen at once."""

from __future__ import annotations

import re
from collections.abc import Mapping

from babel.support import NullTranslations

PSEUDO_LANGUAGES: Mapping[str, str] = {"qps": "en", "qps-rtl": "ar"}
"""Each invented language, and the real one that lends it its dates, numbers and direction."""

OPENING, CLOSING = "⟦", "⟧"

_ACCENTS = str.maketrans(
    "AaCcDdEeGgIiLlNnOoRrSsTtUuWwYyZz",
    "ÀáÇçĎďÉéĜĝÍíĹĺÑñÓóŔŕŠšŤťÚúŴŵÝýŽž",
)
_UNTOUCHED = re.compile(r"%(?:\(\w+\))?[sd%]|<[^>]*>|&#?\w+;")


def pseudo(sentence: str) -> str:
    """Return the sentence accented and in brackets; places, tags and entities stay as they are."""
    accented = []
    end = 0
    for match in _UNTOUCHED.finditer(sentence):
        accented += [sentence[end : match.start()].translate(_ACCENTS), match[0]]
        end = match.end()
    accented.append(sentence[end:].translate(_ACCENTS))
    return f"{OPENING}{''.join(accented)}{CLOSING}"


class PseudoTranslations(NullTranslations):
    """A catalogue that holds every sentence, in the invented language."""

    def gettext(self, message: str) -> str:
        """Return the sentence in the invented language."""
        return pseudo(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the sentence for so many things."""
        return pseudo(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        """Return the sentence; the invented language has one word for each use."""
        return pseudo(message)

    def npgettext(self, context: str, singular: str, plural: str, num: int) -> str:
        """Return the sentence for so many things, whatever its use."""
        return pseudo(singular if num == 1 else plural)

    ugettext = gettext
    ungettext = ngettext
    upgettext = pgettext
    unpgettext = npgettext
