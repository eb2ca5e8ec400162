"""Words of weight that a change touches, and what may pass as language only."""

from __future__ import annotations

import pytest

from drafting.text import Facts, Swap, diff, editorial, facts, read


def touched(old: str, new: str) -> list[Facts]:
    return list(facts(diff(read(old), read(new))))


def language_only(old: str, new: str) -> bool:
    return editorial(diff(read(old), read(new)))


def test_a_word_of_force_is_a_fact() -> None:
    assert touched("States should act.", "States must act.") == [
        Facts(force=Swap(("should",), ("must",)))
    ]


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ("States will act.", "States will not act.", "not"),
        ("Les États agissent.", "Les États n’agissent jamais.", "jamais"),
        ("الدول تعمل الآن.", "الدول لا تعمل الآن.", "لا"),
    ],
)
def test_a_negation_is_a_fact_in_several_languages(old: str, new: str, word: str) -> None:
    assert word in touched(old, new)[0].negation.come


def test_numbers_and_names_inside_a_sentence_are_facts() -> None:
    fact = touched("We met 3 times in Dhaka.", "We met 4 times in Geneva.")
    assert fact[0].numbers == Swap(("3",), ("4",))
    assert fact[-1].names == Swap(("Dhaka",), ("Geneva",))


def test_the_first_word_of_a_sentence_is_no_name() -> None:
    assert touched("It ends. Rules help.", "It ends. Norms help.") == [Facts()]


@pytest.mark.parametrize("quoted", ["“leave no one behind”", "«leave no one behind»"])
def test_words_inside_quotation_marks_are_facts(quoted: str) -> None:
    old = f"They said {quoted} aloud."
    fact = touched(old, old.replace("no one", "nobody"))
    assert fact[0].quoted == Swap(("no", "one"), ("nobody",))


def test_words_of_a_quotation_are_facts() -> None:
    assert touched("> leave home", "> leave house")[0].quoted == Swap(("home",), ("house",))


@pytest.mark.parametrize(
    ("old", "new"), [("ILO asks.", "IOM asks."), ("L’Asie va.", "L’Afrique va.")]
)
def test_names_are_known_at_the_beginning_of_a_sentence(old: str, new: str) -> None:
    assert touched(old, new)[0].names


def test_a_word_that_is_part_of_a_name_has_no_force() -> None:
    assert touched("We met in May.", "We met in June.") == [Facts(names=Swap(("May",), ("June",)))]
    assert touched("WE MAY MEET.", "WE MUST MEET.") == [Facts(force=Swap(("MAY",), ("MUST",)))]


def test_the_signs_of_a_quotation_are_facts_whatever_their_form() -> None:
    assert all(fact.quoted for fact in touched("Its rights.", "Its “rights”."))
    assert not any(touched('They say "yes" now.', "They say “yes” now."))


def test_a_word_taken_out_and_put_in_again_is_not_touched() -> None:
    fact = touched("Groups shall swiftly agree.", "Groups shall agree swiftly.")
    assert all(not one.force for one in fact)


def test_a_move_touches_no_word() -> None:
    one, two = "The first paragraph shall speak of routes.", "A second one asks for decent work."
    assert touched(f"{one}\n\n{two}", f"{two}\n\n{one}") == [Facts()]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The goverment acts.", "The government acts."),
        ("The group acts , now.", "The group acts, now."),
        ("The group acts now.", "The group **acts** now."),
        ("They met. they left.", "They met. They left."),
    ],
)
def test_spelling_stops_and_marks_are_language_only(old: str, new: str) -> None:
    assert language_only(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "States may act.",
            "States must act.",
        ),
        ("Migrants suffer.", "Migrants flourish."),
        ("States act.", "States act boldly."),
        ("It ends in 2025.", "It ends in 2026."),
        (
            "One thing.\n\nAnother one altogether here.",
            "Another one altogether here.\n\nOne thing.",
        ),
        ("Same.", "Same."),
    ],
)
def test_other_words_and_no_change_at_all_are_not(old: str, new: str) -> None:
    assert not language_only(old, new)
