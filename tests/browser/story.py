"""What people do in the browser tests that tell a whole story, step by step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, Locator, Page, expect


@dataclass
class Story:
    """A site with one text, and one browser for each person who came in."""

    base: str
    new_context: Callable[..., BrowserContext]
    slug: str = ""
    pages: dict[str, Page] = field(default_factory=dict)

    def path(self, rest: str) -> str:
        """Return an address inside the text."""
        return f"{self.base}/texts/{self.slug}/{rest}"

    def come_in(self, name: str, link: str) -> Page:
        """Open a person's link in a browser of their own, and press the button."""
        page = self.new_context().new_page()
        page.goto(link)
        page.get_by_label("Yes, it is mine").check()
        page.get_by_role("button", name="Come in").click()
        self.pages[name] = page
        return page

    def make_text(self, name: str, title: str) -> None:
        """Make an empty text."""
        page = self.pages[name]
        page.goto(f"{self.base}/texts/new")
        page.get_by_label("Title").fill(title)
        page.get_by_label("Time zone of the meeting").fill("Asia/Dhaka")
        page.get_by_role("button", name="Make the text").click()
        self.slug = page.url.split("/texts/")[1].split("/")[0]

    def make_group(self, name: str, mark: str, called: str) -> None:
        """Make a group."""
        page = self.pages[name]
        page.goto(self.path("people"))
        page.get_by_label("Name", exact=True).fill(called)
        page.get_by_label("Mark", exact=True).fill(mark)
        page.get_by_label("Its name", exact=True).check()
        page.get_by_role("button", name="Make the group").click()

    def invite(self, name: str, lines: str) -> dict[str, str]:
        """Paste lines, look at them, invite; return each person's link by name."""
        page = self.pages[name]
        page.goto(self.path("people"))
        page.get_by_label("One person a line").fill(lines)
        page.get_by_role("button", name="Look at them first").click()
        page.get_by_role("button", name="Invite").click()
        links = {}
        for card in page.locator("li.card").all():
            words = card.locator("textarea").input_value()
            links[card.locator("h2 bdi").first.inner_text()] = words.splitlines()[-1]
        return links

    def step(self, page: Page, words: str, button: str) -> None:
        """Take one step on the line of the split that begins with these words."""
        line = page.locator(".split-line").filter(has_text=words).first
        line.locator("summary").click()
        line.get_by_role("button", name=button, exact=True).click()

    def open_session(self, name: str, called: str) -> None:
        """Make a session and open it by the switch."""
        page = self.pages[name]
        page.goto(self.path("sessions"))
        page.locator("#name-new").fill(called)
        page.get_by_role("button", name="Make this session").click()
        page.get_by_role("button", name="Open now").click()
        expect(page.get_by_text("Open for changes").first).to_be_visible()

    def change(self, name: str, number: str, old: str, new: str, why: str) -> None:
        """Open *Change this* at a paragraph, and type other words."""
        page = self.pages[name]
        page.goto(self.path("text"))
        row = page.locator(".para").filter(has=page.locator(f".mark:has-text('¶{number}')")).first
        row.get_by_role("link", name="Change this").click()
        words = page.get_by_label("The words")
        text = words.input_value()
        assert old in text, f"¶{number} does not say {old!r}: {text[:80]}"
        words.fill(text.replace(old, new, 1))
        page.get_by_label("Why?").fill(why)

    def send(self, name: str, *, public: bool = False) -> str:
        """Press *Send*, and return the number that the receipt names."""
        page = self.pages[name]
        who = "the public" if public else "everyone in this meeting"
        page.get_by_role("button", name=f"Send: {who} reads it").click()
        expect(page.locator("h1")).to_contain_text("is sent")
        return page.locator("h1").inner_text().split()[0]

    def answer(self, name: str, label: str, tab: str, reason: str = "", **extra: str) -> None:
        """Choose an answer, look at what it does, say why, confirm."""
        page = self.pages[name]
        page.goto(self.path(f"changes/{label}/decide"))
        page.get_by_role("link", name=tab, exact=True).click()
        if "words" in extra:
            field_of = page.locator("textarea[name^=words-]").first
            field_of.fill(field_of.input_value().replace(extra["words"], extra["by"], 1))
            press(page.get_by_role("button", name="Look at what it does").last)
        if "letter" in extra:
            for box in page.locator("input[name=letters]").all():
                box.set_checked(box.get_attribute("value") == extra["letter"])
            press(page.get_by_role("button", name="Look at what it does").last)
        if "question" in extra:
            page.get_by_label("The question for the plenary").fill(extra["question"])
        if reason:
            page.get_by_label("Why?").fill(reason)
        press(page.get_by_role("button", name=f"{label}:").last)
        expect(page.locator(".notice.wrong, .notice.warning")).to_have_count(0)

    def publish(self, name: str) -> None:
        """Publish the next draft."""
        page = self.pages[name]
        page.goto(self.path("publish"))
        page.get_by_role("button", name="Publish Rev.").click()

    def state_of(self, name: str, label: str) -> str:
        """Return how a change stands, as a person reads it."""
        page = self.pages[name]
        page.goto(self.path(f"changes/{label}"))
        return page.locator("main").inner_text()


def press(button: Locator) -> None:
    """Press a button and wait for the answer, which a script may put in the place of the page."""
    button.click()
    expect(button.page.locator(".sending-line")).to_have_count(0)
