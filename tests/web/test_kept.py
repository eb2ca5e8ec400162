"""Nothing typed is lost when a session has ended or a form lay open for long."""

from __future__ import annotations

from collections.abc import Callable

from tests.factories.world import World
from tests.support.client import PageClient
from tests.support.pages import text_of

NewClient = Callable[[str], PageClient]
PEOPLE = "/texts/dhaka/people"
LINES = "Amina Diallo, ASIA, no\nJo Park, ASIA, no"


def sign_out_everywhere(client_of: NewClient, name: str) -> None:
    """End all sessions of a person from another device."""
    other = client_of(name)
    other.send(other.get_page("/me").form(button="Sign out everywhere"))


def test_words_sent_after_the_session_ended_are_kept(world: World, client_of: NewClient) -> None:
    client = client_of("sender")
    form = client.get_page(PEOPLE).form("/people/review")
    sign_out_everywhere(client_of, "sender")
    page = client.submit(form, status=404, lines=LINES)
    assert "Your words are kept on this page." in page.text
    assert page.form("/people/review").fields["lines"] == [LINES]


def test_words_without_blanks_are_shown_and_what_the_page_put_in_is_not(
    world: World, client_of: NewClient
) -> None:
    client = client_of("sender")
    form = client.get_page(f"/texts/dhaka/paragraphs/{world.key(0, 1)}/change").form("#my-change")
    sign_out_everywhere(client_of, "sender")
    page = client.submit(form, status=404, words="保护移民的权利", act="send")
    shown = [(field.get("name"), text_of(field)) for field in page.all("textarea")]
    assert shown == [("words", "保护移民的权利")]


def test_after_signing_in_beside_the_words_are_sent_again(
    world: World, client_of: NewClient
) -> None:
    client = client_of("sender")
    form = client.get_page(PEOPLE).form("/people/review")
    sign_out_everywhere(client_of, "sender")
    kept = client.submit(form, status=404, lines=LINES)
    moderator = client_of("moderator")
    sender = world.people["sender"].id
    sheet = moderator.submit(moderator.get_page(PEOPLE).form(f"/people/{sender}/link"))
    link = "/sign-in/" + sheet.source.partition("/sign-in/")[2][:32]
    client.send(client.get_page(link).form(), own_device="no")
    page = client.submit(kept.form("/people/review"))
    assert "Amina Diallo" in page.text


def test_words_sent_without_any_cookie_are_kept_too(world: World, client_of: NewClient) -> None:
    client = client_of("sender")
    form = client.get_page(PEOPLE).form("/people/review")
    client.delete_cookie("drafting")
    page = client.submit(form, status=400, lines=LINES)
    assert page.form("/people/review").fields["lines"] == [LINES]


def test_a_form_with_an_old_token_is_sent_again_by_one_tap(
    world: World, client_of: NewClient
) -> None:
    client = client_of("sender")
    form = client.get_page(PEOPLE).form("/people/review")
    with client.session_transaction() as cookie:
        cookie["csrf_token"] = "another one"
    page = client.submit(form, status=400, lines=LINES)
    assert "Nothing is lost." in page.text
    assert "Amina Diallo" in client.submit(page.form("/people/review")).text


def test_a_form_from_another_site_is_not_offered_again(world: World, client_of: NewClient) -> None:
    for name in ("sender", "public"):
        answer = client_of(name).post(
            f"{PEOPLE}/review", data={"lines": LINES}, headers={"Sec-Fetch-Site": "cross-site"}
        )
        assert answer.status_code == 400
        assert "Amina" not in answer.get_data(as_text=True)


def test_a_password_is_never_kept_on_a_page(world: World, client_of: NewClient) -> None:
    client = client_of("public")
    answer = client.post("/sign-in", data={"name": "sender", "password": "four secret words"})
    assert answer.status_code == 400
    assert "four secret words" not in answer.get_data(as_text=True)


def test_words_for_a_page_that_is_gone_can_be_copied(world: World, client_of: NewClient) -> None:
    answer = client_of("reader").post_to("/texts/nowhere/people/review", lines=LINES)
    assert answer.status_code == 404
    assert "Jo Park, ASIA, no" in answer.get_data(as_text=True)
