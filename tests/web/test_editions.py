"""Pages of published drafts: publishing, reading, comparing, taking away."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from drafting.actions.correct_section import CorrectSection, correct_section
from drafting.rules.edits import SectionEdit
from drafting.rules.lifecycle import Outcome
from tests.factories.amendments import send_change, words_for
from tests.factories.decisions import decide, text_of
from tests.factories.editions import ADOPTION, publish
from tests.factories.world import World
from tests.support.client import PageClient
from tests.support.pages import text_of as words_on

Clients = Callable[[str], PageClient]
PUBLISH = "/texts/dhaka/publish"


def test_a_moderator_publishes_what_the_page_shows(world: World, client_of: Clients) -> None:
    decide(world, send_change(world))
    world.session.commit()
    client = client_of("moderator")
    page = client.get_page(PUBLISH)
    assert "The text has changed since Zero draft." in page.text
    shown = client.submit(page.form(button="Publish Rev. 1"))
    assert shown.url.startswith("/texts/dhaka/published/1")
    assert "Changed by: Asia" in shown.text


def test_a_page_that_has_become_old_publishes_nothing(world: World, client_of: Clients) -> None:
    client = client_of("moderator")
    form = client.get_page(PUBLISH).form(button="Publish Rev. 1")
    decide(world, send_change(world))
    world.session.commit()
    client.submit(form, status=409)
    assert "Rev. 1" not in client.get_page("/texts/dhaka/published").text


def test_the_final_text_is_not_offered_while_changes_wait(world: World, client_of: Clients) -> None:
    send_change(world)
    world.session.commit()
    page = client_of("moderator").get_page(PUBLISH)
    assert "1 change still waits for an answer." in page.text
    assert not [form for form in page.forms() if "final" in form.fields]


def test_the_final_text_says_on_its_page_how_it_was_adopted(
    world: World, client_of: Clients
) -> None:
    client = client_of("moderator")
    form = client.get_page(PUBLISH).form(button="Publish the final text")
    shown = client.submit(
        form, session="Session 2A", on="2026-11-25", by_consensus="no", group="Asia"
    )
    assert "Adopted in Session 2A on 25 Nov 2026. Not by consensus." in shown.text
    assert "Groups present: Asia." in shown.text
    assert "2026-11-25" in [element.get("datetime") for element in shown.all("time")]
    assert "Working text, not agreed" not in shown.text
    assert "Guiding questions" not in shown.text
    assert "The final text is published." in client.get_page(PUBLISH).text


def test_a_final_text_that_lacks_a_word_keeps_what_was_typed(
    world: World, client_of: Clients
) -> None:
    client = client_of("moderator")
    form = client.get_page(PUBLISH).form(button="Publish the final text")
    page = client.submit(form, status=422, on="2026-11-25", group=["Asia", "Africa"])
    assert "Say in which session it was adopted." in page.text
    again = page.form(button="Publish the final text").fields
    assert (again["on"], again["group"]) == (["2026-11-25"], ["Africa", "Asia"])


def test_the_public_reads_published_drafts_and_not_the_working_text(
    world: World, client: PageClient
) -> None:
    publish(world)
    decide(world, send_change(world))
    world.session.commit()
    assert "/texts/dhaka/published/1" in client.get_page("/texts/dhaka").links
    assert "governance should" in client.get_page("/texts/dhaka/published/1").text
    assert client.get("/texts/dhaka/text").status_code == 404
    assert "/texts/dhaka/text" not in client.get_page("/texts/dhaka").links


def test_any_two_drafts_are_compared_with_the_names_of_who_changed(
    world: World, client: PageClient
) -> None:
    decide(world, send_change(world, "sender"))
    publish(world)
    third = words_for(world, "They have not kept it.", block=2)
    decide(world, send_change(world, "african", third))
    publish(world)
    world.session.commit()
    page = client.get_page("/texts/dhaka/published/compare?from=1&to=2")
    marked = " ".join(words_on(element) for element in page.all("ins"))
    assert "kept it" in marked
    assert "must" not in marked
    assert "Africa" in page.text
    whole = client.get_page("/texts/dhaka/published/compare?from=2&to=0")
    assert "What changed: Zero draft to Rev. 2" in whole.title
    assert "must" in " ".join(words_on(element) for element in whole.all("ins"))


def test_other_words_stand_as_those_of_the_moderators(world: World, client: PageClient) -> None:
    shall = text_of(world).replace("governance should", "governance shall")
    decide(world, send_change(world), Outcome.AS_MODIFIED, words={0: shall})
    publish(world)
    world.session.commit()
    assert "Moderators, after A1 (Asia)" in client.get_page("/texts/dhaka/published/1").text


def test_the_moderators_are_named_in_the_language_of_each_reader(
    world: World, client: PageClient
) -> None:
    shall = text_of(world).replace("governance should", "governance shall")
    decide(world, send_change(world), Outcome.AS_MODIFIED, words={0: shall})
    publish(world)
    world.session.commit()
    drafts = "/texts/dhaka/published"
    addresses = (
        f"{drafts}/1",
        f"{drafts}/compare?from=0&to=1",
        f"{drafts}/1/download/html?against=0",
    )
    for address in addresses:
        ask = "&" if "?" in address else "?"
        for language in ("en", "qps-rtl", "en"):
            shown = client.get(f"{address}{ask}lang={language}").get_data(as_text=True)
            assert ("Moderators, after A1 (Asia)" in shown) == (language == "en")
            assert "A1 (Asia)" in shown


def test_in_a_published_draft_each_name_stands_at_its_words_one_tap_away(
    world: World, client: PageClient
) -> None:
    decide(world, send_change(world))
    girls = text_of(world).split("\n\n")[1].replace("men and", "men, girls and")
    decide(world, send_change(world, "african", words_for(world, girls, base=2)))
    publish(world)
    world.session.commit()
    page = client.get_page("/texts/dhaka/published/1")
    (who,) = page.all("summary")
    assert words_on(who) == "Changed by: Asia, Africa"
    named = [words_on(name) for name in page.all("bdi", class_="change-note")]
    assert named == ["[Asia]", "[Africa]"]


def test_a_paragraph_that_was_taken_out_names_who_asked_for_that_where_it_stood(
    world: World, client: PageClient
) -> None:
    second, third = text_of(world).split("\n\n")[1:]
    decide(world, send_change(world, words=words_for(world, "", block=1)))
    decide(world, send_change(world, "african", words_for(world, "", block=2, base=2)))
    publish(world)
    world.session.commit()
    page = client.get_page("/texts/dhaka/published/1")
    places = page.all("details")
    assert [words_on(one) for one in page.all("summary")] == [
        "Taken out here by: Asia",
        "Taken out here by: Africa",
    ]
    for place, words in zip(places, (second, third), strict=True):
        (struck,) = place.iter("del")
        assert words in words_on(struck)
    before = page.text.index("Millions of people")
    assert before < page.text.index("Taken out here by: Asia") < page.text.index("Africa")


def test_paragraphs_side_by_side_that_a_group_had_taken_out_name_it_once(
    world: World, client: PageClient
) -> None:
    first, _second, _third = text_of(world).split("\n\n")
    decide(world, send_change(world, words=SectionEdit("sec0xy", 1, first)))
    publish(world)
    world.session.commit()
    page = client.get_page("/texts/dhaka/published/1")
    assert [words_on(one) for one in page.all("summary")] == ["Taken out here by: Asia"]
    assert len(page.all("del")) == 2


def test_a_paragraph_that_moderators_corrected_away_or_that_moved_leaves_no_place(
    world: World, client: PageClient
) -> None:
    first, second, third = text_of(world).split("\n\n")
    decide(
        world, send_change(world, words=SectionEdit("sec0xy", 1, f"{third}\n\n{first}\n\n{second}"))
    )
    request = CorrectSection(
        world.statement.slug, "sec0xy", 2, "Introduction", f"{third}\n\n{first}", reason="A slip."
    )
    correct_section(world.session, world.actor("moderator"), request)
    publish(world)
    world.session.commit()
    page = client.get_page("/texts/dhaka/published/1")
    assert [words_on(one) for one in page.all("summary")] == ["Changed by: Asia"]
    assert "moved to here, from below" in page.text


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize("address", ["published/7", "published/compare?from=0&to=7"])
def test_a_draft_that_was_never_published_is_not_there(client: PageClient, address: str) -> None:
    assert client.get(f"/texts/dhaka/{address}").status_code == 404


def test_a_file_is_sent_under_its_name(world: World, client: PageClient) -> None:
    publish(world)
    publish(world, ADOPTION)
    world.session.commit()
    answer = client.get("/texts/dhaka/published/2/download/html?against=1")
    assert '"dhaka-final-changes.html"' in answer.headers["Content-Disposition"]
    assert client.get("/texts/dhaka/published/2/download/text?against=1").status_code == 422
    assert client.get("/texts/dhaka/published/2/download/pdf").status_code == 404


def test_the_record_tells_each_act_in_one_sentence(
    world: World, client_of: Callable[[str], PageClient]
) -> None:
    decide(world, send_change(world))
    publish(world)
    world.session.commit()
    page = client_of("reader").get_page("/texts/dhaka/record")
    for sentence in ("Asia sent A1.", "Answered: A1 (Asia): taken.", "Published: Rev. 1."):
        assert sentence in page.text
    assert "Moderator" not in page.text


def test_drafts_are_compared_with_the_one_before_unasked(world: World, client: PageClient) -> None:
    publish(world)
    world.session.commit()
    page = client.get_page("/texts/dhaka/published/compare")
    assert "Zero draft to Rev. 1" in page.title
