"""Words that change the force of a text, and words that deny, in the languages we know.

Data: one set for each language and kind, in lower case, one word each. A word of any language is
looked for in every text, since a statement may hold several; so no set holds a word that is an
everyday one in another language here.
"""

from __future__ import annotations

from typing import Final

FORCE: Final[dict[str, frozenset[str]]] = {
    "en": frozenset(
        """shall should must may might can could will would ought need cannot only and or all any
        each every solely unless except if immediately progressively possible appropriate
        voluntary mandatory binding required obliged encouraged invited urged calls demand
        demands""".split()
    ),
    "es": frozenset(
        """debe deben deberá deberán debería deberían puede pueden podrá podrán podría podrían
        solo sólo únicamente todos todas cada salvo excepto deberíamos debemos""".split()
    ),
    "fr": frozenset(
        """doit doivent devra devront devrait devraient peut peuvent pourra pourront pourrait
        pourraient seulement uniquement tous toutes chaque sauf et ou""".split()
    ),
    "pt": frozenset(
        """deve devem deverá deverão deveria deveriam podem poderá poderão poderia poderiam
        somente apenas""".split()
    ),
    "de": frozenset(
        """muss müssen soll sollen sollte sollten darf dürfen kann können könnte könnten nur und
        oder alle jeder jede jedes außer""".split()
    ),
    "ru": frozenset(
        """должен должна должны должно следует может могут можно только и или все каждый кроме
        обязан обязаны""".split()
    ),
    "ar": frozenset("يجب ينبغي يمكن يجوز قد سوف فقط جميع كل إلا و أو وينبغي ويجب".split()),
    "bn": frozenset("হবে উচিত পারে পারেন অবশ্যই শুধু শুধুমাত্র এবং বা সকল সব প্রত্যেক".split()),
    "zh": frozenset("应 应当 应该 必须 可 可以 须 仅 只 和 或 所有 每".split()),
    "ko": frozenset("한다 해야 있다 만 및 또는 모든".split()),
    "pl": frozenset("musi muszą powinien powinna powinno powinny może mogą tylko lub".split()),
}

NEGATION: Final[dict[str, frozenset[str]]] = {
    "en": frozenset(
        """not no never nor neither none nobody nothing without cannot don't doesn't didn't won't
        isn't aren't wasn't weren't shouldn't mustn't can't couldn't wouldn't""".split()
    ),
    "es": frozenset("no nunca ni ninguno ninguna ningún sin jamás".split()),
    "fr": frozenset("ne pas non jamais ni aucun aucune sans n'est n'ont".split()),
    "pt": frozenset("não nunca nem nenhum nenhuma sem".split()),
    "de": frozenset("nicht kein keine keinen keiner nie niemals weder noch ohne".split()),
    "ru": frozenset("не нет ни никогда без".split()),
    "ar": frozenset("لا لم لن ليس ليست غير دون بدون".split()),
    "bn": frozenset("না নয় নেই নাই কখনও ছাড়া".split()),
    "zh": frozenset("不 没 没有 无 未 非 勿 不得 不应".split()),
    "ko": frozenset("않 안 못 없다 없이 아니다".split()),
    "pl": frozenset("nie nigdy ani żaden żadna bez".split()),
}

FORCE_WORDS: Final = frozenset().union(*FORCE.values())
NEGATIONS: Final = frozenset().union(*NEGATION.values())
