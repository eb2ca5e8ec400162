"""Words that say how far a text goes: what it joins, how many it means, under which condition.

Data, as in `force.py`. They are everywhere in a text and change no duty, so no page names them;
but two wishes that differ in one are two, and none of them passes as a matter of language.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

REACH: Final[Mapping[str, str]] = MappingProxyType(
    {
        "en": """only and or all any each every some solely unless except if always immediately
            progressively possible appropriate most many few several both either certain""",
        "es": """solo sólo solamente únicamente todo toda todos todas cada salvo excepto si
            siempre algunos algunas varios varias ambos ambas""",
        "fr": """seul seule seulement uniquement tout toute tous toutes chaque sauf si et ou
            toujours certains certaines plupart plusieurs quelques""",
        "pt": """só somente apenas todo toda todos todas cada salvo exceto ou sempre alguns
            algumas vários várias ambos""",
        "it": """solo soltanto solamente tutto tutti tutte ogni ciascuno salvo sempre alcuni
            alcune molti molte""",
        "de": """nur und oder alle allen aller jeder jede jedes jedem jeden außer wenn falls
            stets sofort ausschließlich einige manche mehrere beide meisten""",
        "ru": """только лишь и или все всех каждый каждая каждое кроме если всегда некоторые
            некоторых большинство оба""",
        "pl": """tylko wyłącznie lub albo oraz wszyscy wszystkie każdy każda każde jeśli zawsze
            niektóre niektórzy większość""",
        "ar": "فقط جميع الجميع كل إلا أو و إذا دائما دوما بعض معظم كلا",
        "fa": "فقط تنها همه هر و یا اگر همیشه برخی بیشتر",
        "ur": "صرف تمام ہر اور یا اگر ہمیشہ بعض اکثر",
        "bn": """শুধু শুধুমাত্র কেবল কেবলমাত্র এবং ও অথবা বা কিংবা সকল সব সমস্ত প্রত্যেক প্রতিটি
            যদি সর্বদা কিছু অধিকাংশ কয়েক""",
        "hi": "केवल सिर्फ़ सिर्फ और या अथवा सभी सब प्रत्येक हर यदि अगर हमेशा कुछ अधिकांश",
        "id": "hanya dan atau semua setiap kecuali jika selalu beberapa sebagian",
        "ko": "만 및 또는 혹은 그리고 모든 각 오직 단지 항상 일부 대부분",
        "zh": """仅 僅 只 和 与 及 以及 或 或者 所有 一切 每 每个 各 如果 除非 始终 一些 部分
            某些 大多数 多数""",
        "ja": """のみ だけ すべて 全て あらゆる 各 および 及び ならびに 並びに または 又は
            もしくは 若しくは 常に 一部 多く 大部分""",
        "th": "เท่านั้น เพียง และ หรือ ทุก ทั้งหมด หาก ถ้า เสมอ บาง ส่วนใหญ่",
        "lo": "ເທົ່ານັ້ນ ແລະ ຫຼື ທຸກ ທັງໝົດ ຖ້າ",
        "km": "តែប៉ុណ្ណោះ និង ឬ គ្រប់ ទាំងអស់ ប្រសិនបើ",
    }
)

OWN: Final[Mapping[str, str]] = MappingProxyType(
    {"es": "y e o u", "it": "e ed o se", "pt": "e", "pl": "i"}
)
"""Such words that are everyday ones elsewhere: they count in a text of their language alone."""
