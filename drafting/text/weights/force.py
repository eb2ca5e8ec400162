"""Words that change the force of a text, words that deny, and numbers, in the languages we know.

Data, for people who know a language: one row for each language, in small letters, words between
blanks. `-word` is any word that ends so, `word-` one that begins so. A word of any language is
looked for in every text, since a statement may hold several; the lists at the end, and in
`reach.py`, mend what comes of that. Scripts without spaces (zh, ja, th, lo, km) are searched letter
by letter, the longest entry first; `OTHERWISE` holds longer words in which an entry means
something else.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

WITHOUT_SPACES: Final = frozenset({"zh", "ja", "th", "lo", "km"})

FORCE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "en": """shall should must may might can could will would ought need needs cannot
            voluntary voluntarily mandatory binding required require requires obliged encouraged
            encourage encourages invited invite invites urged urge urges call calls demand
            demands recommend recommends request requests ensure ensures guarantee guarantees
            commit commits promise promises""",
        "es": """debe deben deberá deberán debería deberían debemos deberíamos puede pueden
            podrá podrán podría podrían obligatorio obligatoria voluntario voluntaria insta
            exhorta""",
        "fr": """doit doivent devra devront devrait devraient devons peut peuvent pourra
            pourront pourrait pourraient faut obligatoire volontaire exige invite""",
        "pt": """deve devem deverá deverão deveria deveriam devemos pode podem poderá poderão
            poderia poderiam obrigatório obrigatória voluntário voluntária""",
        "it": """deve devono dovrà dovranno dovrebbe dovrebbero può possono potrà potranno
            potrebbe potrebbero obbligatorio obbligatoria volontario volontaria""",
        "de": """muss müssen müsste müssten soll sollen sollte sollten darf dürfen dürfte
            dürften kann können könnte könnten mag mögen möge verpflichtet verbindlich
            verbindliche freiwillig freiwillige""",
        "ru": """должен должна должно должны следует может могут можно мог могла могли обязан
            обязана обязано обязаны обязательный добровольный""",
        "pl": """musi muszą powinien powinna powinno powinny może mogą można należy obowiązkowy
            dobrowolny""",
        "ar": """يجب ينبغي يتعين يمكن يجوز قد سوف سيجب إلزامي إلزامية ملزم ملزمة طوعي طوعية تدعو
            تحث تطالب""",
        "fa": "باید می‌تواند می‌توانند الزامی داوطلبانه",
        "ur": "لازمی چاہیے چاہئے ہوگا رضاکارانہ",
        "bn": "হবে উচিত পারে পারেন পারবে পারবেন পারি অবশ্যই আবশ্যক বাধ্যতামূলক ঐচ্ছিক",
        "hi": "चाहिए होगा होगी होंगे सकता सकती सकते अनिवार्य स्वैच्छिक",
        "id": "harus wajib dapat boleh sebaiknya",
        "ko": "-해야 -하여야 -되어야 -돼야 있다 있는 반드시",
        "zh": """应 应当 应该 應 應當 應該 必须 必須 须 須 可 可以 可能 能够 有权 将 得以
            务必 只能 自愿 强制 鼓励 敦促 呼吁""",
        "ja": """なければならない なければなりません ねばならない べき ことができる できる
            してもよい 必ず""",
        "th": "ต้อง ควร อาจ สามารถ พึง",
        "lo": "ຕ້ອງ ຄວນ ອາດ ສາມາດ",
        "km": "ត្រូវ គួរ អាច",
    }
)

NEGATION: Final[Mapping[str, str]] = MappingProxyType(
    {
        "en": "not no never neither nor none nobody nothing without cannot non -n't",
        "es": "no nunca ni ninguno ninguna ningún nadie nada sin jamás tampoco",
        "fr": "ne n'- pas non jamais ni aucun aucune nul nulle sans rien",
        "pt": "não nunca nem nenhum nenhuma ninguém sem",
        "it": "non no mai né nessun nessuno nessuna senza",
        "de": """nicht kein keine keinen keiner keines keinem nie niemals niemand weder noch
            ohne""",
        "ru": "не нет ни никогда никто без",
        "pl": "nie nigdy nikt ani żaden żadna żadne bez",
        "ar": "لا لم لن ليس ليست ليسوا غير عدم دون بدون بلا",
        "fa": "نباید نمی‌تواند نیست نه هرگز هیچ بدون",
        "ur": "نہیں نہ مت بغیر",
        "bn": "না নয় নেই নাই নি নহে কখনও কখনো ছাড়া ব্যতীত বিনা -েনি -য়নি -বেনা",
        "hi": "नहीं न ना मत बिना कभी",
        "id": "tidak bukan tanpa jangan tak",
        "ko": "않- 안 못 못하- 없- 아니- 말아야",
        "zh": """不 没 没有 無 无 未 非 勿 不得 不应 不应当 不应该 不必 不可 不能 不准 禁止
            從未 从未 绝不""",
        "ja": """ない ません なかった てはならない てはなりません べきではない 禁止 非 不 無
            未 なく なしに""",
        "th": "ไม่ มิได้ ห้าม ไร้ ปราศจาก โดยไม่",
        "lo": "ບໍ່ ຫ້າມ ປາສະຈາກ",
        "km": "មិន គ្មាន ហាម ដោយគ្មាន",
    }
)

NUMBERS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "en": """two three four five six seven eight nine ten eleven twelve fifteen twenty
            thirty fifty hundred thousand million billion half double twice""",
        "es": "dos tres cuatro cinco seis siete ocho nueve diez veinte cien mil millones mitad",
        "fr": "deux trois quatre cinq sept huit neuf dix vingt cent mille millions moitié",
        "pt": """dois duas três quatro cinco seis sete oito nove dez vinte cem mil milhões
            metade""",
        "it": "due tre quattro cinque sei sette otto nove dieci venti cento mila milioni metà",
        "de": """zwei drei vier fünf sechs sieben acht neun zehn zwölf zwanzig hundert tausend
            halb""",
        "ru": "два две три четыре пять шесть семь восемь девять десять двадцать сто тысяч",
        "pl": "dwa dwie trzy cztery pięć sześć siedem osiem dziewięć dziesięć sto tysięcy",
        "ar": """اثنان اثنين سنتين ثلاث ثلاثة أربع أربعة خمس خمسة ست ستة سبع سبعة عشر عشرة مئة
            مائة ألف""",
        "bn": "দুই তিন চার পাঁচ ছয় সাত আট দশ বিশ শত হাজার লাখ কোটি",
        "hi": "दो तीन चार पाँच पांच छह सात आठ दस बीस सौ हज़ार हजार लाख करोड़",
        "id": "dua tiga empat lima enam tujuh delapan sembilan sepuluh seratus seribu",
        "ko": "두 세 네 다섯 여섯 일곱 여덟 아홉 열",
        "zh": "二 两 兩 三 四 五 六 七 八 九 十 百 千 万 萬 亿",
        "ja": "二 三 四 五 六 七 八 九 十 百 千 万 億",
        "th": "สอง สาม สี่ ห้า หก เจ็ด แปด เก้า สิบ ร้อย พัน หมื่น แสน ล้าน",
    }
)

OTHERWISE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "zh": """和平 共和 和谐 和諧 和解 温和 缓和 总和 和睦 非洲 非常 未来 未來 无论 無論
            应对 響應 响应 适应 適應 供应 供應 反应 相应 效应 回应 应用 应急 对应 应邀 可持续
            可持續 可靠 认可 许可 可能性 参与 參與 与会 與會 给予 不同 不断 不斷 不仅 不僅
            及时 及時 普及 涉及 只要 各自 没收 不可或缺 将来 即将 三角 五金 百姓 十分 四川
            万一 非政府""",
        "ja": "非常 未来 不動産 非政府 無料 少ない 危ない 十分 万一 四季 五輪 千葉 三重",
        "th": "อาจารย์ ถูกต้อง ต้องการ ความต้องการ ห้อง ห้าง พันธ สัมพันธ์ พันธุ์ สามัคคี สามี ร้อยเอ็ด หกล้ม",
        "km": "ត្រូវបាន អាចារ្យ",
    }
)

EVERYDAY: Final[Mapping[str, str]] = MappingProxyType(
    {
        "en": "sin si mag nada due cent mil mai",
        "pt": "no dos",
        "fr": "or mai",
        "it": "ne sei",
        "es": "may",
        "de": "will all mai",
        "pl": "no",
    }
)
"""Words of another language that are everyday ones here: in a text of this language none counts."""

COMMON: Final[Mapping[str, str]] = MappingProxyType(
    {
        "en": "the of to and in that for is with by are on their",
        "es": "el los las del que en para por una con su y se la de",
        "fr": "le les des du et est dans pour une au aux qui la de ses",
        "pt": "o os as do da dos das em para uma ao com que e de na no",
        "it": "il lo gli dei della di che per una con del nel e la i le",
        "de": "der die das den dem des und zu im für mit ist von ein eine",
        "pl": "i w z na się do że oraz jest dla ich są",
    }
)
"""The commonest words, by which a paragraph shows its language."""
