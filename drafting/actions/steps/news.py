"""The words of mails about the work: an answer, a question, a published draft, a ready draft."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from drafting.actions.steps.messages import Asks, Mail, When
from drafting.actions.steps.partly import Said, in_one_line
from drafting.actions.steps.proposals import heading_now
from drafting.errors import N_
from drafting.exchange.clocks import Meeting
from drafting.rules.headings import Sentence, shorten
from drafting.rules.labels import amendment_label
from drafting.rules.lifecycle import Outcome
from drafting.store.models import Amendment, Edition, Group, Question, Statement
from drafting.store.models.editions import EditionKind
from drafting.store.models.questions import QuestionKind
from drafting.store.queries.amendments import latest

MOST_ROWS = 40
"""With why, link and the way to switch it off, the longest mail has less than fifty lines."""

LONGEST_WHY = 200
SWITCH_OFF = (N_("No more of these mails? Switch them off in your account:"), "/me")
ASKED_FOR = N_("%(label)s (%(groups)s): %(heading)s")
WHY = N_("Why: %(reason)s")

DONE: Mapping[Outcome, str] = {
    Outcome.ACCEPTED: N_("Taken"),
    Outcome.IN_PART: N_("Taken in part"),
    Outcome.AS_MODIFIED: N_("Taken with other words"),
    Outcome.REJECTED: N_("Not taken"),
    Outcome.OPEN_POINT: N_("Open point"),
    Outcome.FULFILLED: N_("Already so in the text"),
    Outcome.OVERTAKEN: N_("No longer fits"),
    Outcome.FOR_ROOM: N_("For the room"),
    Outcome.REOPENED: N_("Waiting again"),
}
"""What was done, in the words of the pages."""

ASKED: Mapping[QuestionKind, str] = {
    QuestionKind.MOVED: N_("The text moved. These words of yours meet others. What do you want?"),
    QuestionKind.ENTERED: N_("This was written for your group. Is it right?"),
    QuestionKind.REVISED: N_(
        "The author changed the words that you joined. Are you still with them?"
    ),
    QuestionKind.WITHDRAWN: N_("The author took it back. Do you keep it as your own?"),
}
"""What a group is asked, in the words of the pages."""

NAMES: Mapping[EditionKind, str] = {
    EditionKind.ZERO: N_("Zero draft"),
    EditionKind.REVISION: N_("Rev. %(number)s"),
    EditionKind.FINAL: N_("Final"),
}


@dataclass(frozen=True, slots=True)
class News:
    """One thing to tell: `lines` where it stands alone, one `row` where it stands among others.

    `why` is what others of the same act may share, empty where there is nothing to say.
    `question` is the number of the question that it asks, if it asks one.
    """

    subject: str
    lines: tuple[str, ...]
    row: str
    page: str
    values: Mapping[str, object]
    why: str = ""
    question: int | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """The answer to one amendment; `said` names each change where it was taken in part."""

    amendment: Amendment
    outcome: Outcome
    said: tuple[Said, ...] = ()


def answer_news(answered: Answered, reason: str, texts: str, labels: Mapping[str, str]) -> News:
    """Say what was answered to an amendment; `texts` is the path of the statement's pages."""
    why, amendment = shorten(reason, LONGEST_WHY), answered.amendment
    return News(
        subject=N_("News of %(label)s: %(title)s"),
        lines=(ASKED_FOR, "%(done)s", *([WHY] if why else [])),
        row="%(label)s · %(done)s · %(heading)s",
        page=f"{texts}/changes/{amendment_label(amendment.number or 0)}",
        values={
            **facts(amendment, labels),
            "done": done(answered.outcome, answered.said),
            "reason": why,
        },
        why=why,
    )


def done(outcome: Outcome, said: Sequence[Said] = ()) -> Sentence:
    """Say what was done, and of what was taken in part, which changes."""
    words = Sentence(DONE[outcome])
    for at, each in enumerate(in_one_line(said)):
        joined = "%(first)s; %(next)s" if at else "%(first)s: %(next)s"
        words = Sentence(joined, {"first": words, "next": each})
    return words


def question_news(
    amendment: Amendment,
    question: Question,
    meeting: Meeting,
    texts: str,
    labels: Mapping[str, str],
) -> News:
    """Say what a group is asked about an amendment, and until when."""
    asked = Sentence(ASKED[question.kind])
    return News(
        subject=N_("A question to your group about %(label)s: %(title)s"),
        lines=(ASKED_FOR, "%(asked)s", N_("Please answer until %(until)s.")),
        row=N_("%(label)s · question to your group, until %(until)s"),
        page=f"{texts}/answers",
        values={**facts(amendment, labels), "asked": asked, "until": When(question.until, meeting)},
        question=question.id,
    )


def facts(amendment: Amendment, labels: Mapping[str, str]) -> Mapping[str, object]:
    """Return what every line says of an amendment."""
    return {
        "label": amendment_label(amendment.number or 0),
        "groups": amendment.group.mark,
        "heading": heading_now(latest(amendment), labels),
    }


def news_mail(statement: Statement, found: Sequence[News], texts: str) -> Mail:
    """Write all that one act means to one person into one mail; no person's name is in it."""
    if len(found) > 1:
        return many_mail(statement, found, texts)
    (one,) = found
    values = {**one.values, "title": statement.title}
    rows = tuple(Sentence(line, values) for line in one.lines)
    asks = Asks({one.question: None}, alone=True) if one.question else Asks()
    return Mail(one.subject, SWITCH_OFF, values, (*rows, link(one.page)), asks)


def many_mail(statement: Statement, found: Sequence[News], texts: str) -> Mail:
    """Write a row for each, why once, and the way to all of them.

    It counts nothing: what is settled before it is sent is taken out of it.
    """
    rows = [Sentence(one.row, one.values) for one in found[:MOST_ROWS]]
    asks = asks_of(found)
    if len(found) > MOST_ROWS:
        rows.append(Sentence(N_("All of them stand on this page:")))
    reasons = dict.fromkeys(one.why for one in found if one.why)
    rows += [Sentence(WHY, {"reason": reason}) for reason in reasons]
    subject = N_("News for your group: %(title)s")
    page = link(f"{texts}/answers")
    return Mail(subject, SWITCH_OFF, {"title": statement.title}, (*rows, page), asks)


def asks_of(found: Sequence[News]) -> Asks:
    """Return the questions among the news, each with its row."""
    questions = {one.question: Sentence(one.row, one.values) for one in found if one.question}
    return Asks(questions=questions, alone=len(questions) == len(found))


def published_mail(statement: Statement, edition: Edition, texts: str) -> Mail:
    """Say that a draft or the final text was published."""
    name = Sentence(NAMES[edition.kind], {"number": edition.number})
    values = {"name": name, "title": statement.title}
    published = N_("%(name)s is published: %(title)s")
    page = link(f"{texts}/published/{edition.number}")
    return Mail(published, SWITCH_OFF, values, (Sentence(published, values), page))


def ready_mail(statement: Statement, group: Group, texts: str) -> Mail:
    """Ask the senders of a group to send; the words of a draft are in no mail."""
    values = {"group": group.name, "title": statement.title}
    asks = Sentence(N_("A draft of %(group)s is ready: please send it."), values)
    subject = N_("Ready to send for %(group)s: %(title)s")
    page = link(f"{texts}/my-group")
    return Mail(subject, SWITCH_OFF, values, (asks, page), Asks(ready=group.id, alone=True))


def link(path: str) -> Sentence:
    """Write a page of this site as a line of its own."""
    return Sentence("%(page)s", {"page": path})
