"""The words of every mail: few, plain, and with one link at most."""

from __future__ import annotations

from drafting.actions.steps.messages import Asks, Mail
from drafting.errors import N_
from drafting.rules.actors import Right
from drafting.store.models import Group, Statement

MEANINGS = {
    Right.READ: N_("You can read the text and all changes that were sent."),
    Right.WRITE: N_("You write changes for %(group)s. Its senders send them."),
    Right.SEND: N_("You send changes in the name of %(group)s."),
    Right.ENTER: N_("You type changes for others, from paper or the spoken word."),
    Right.DECIDE: N_("You moderate: you open, answer and publish."),
    Right.ADMINISTER: N_("You administer the site: people, groups and texts."),
}
"""What each right means to the person who gets it."""

KEEP_TO_YOURSELF = N_("The link is for you alone and works once. Do not pass it on.")


def link_address(site: str, token: str) -> str:
    """Write the address of a one-time link; `site` ends without a slash."""
    return f"{site}/sign-in/{token}"


def invitation_mail(
    statement: Statement, name: str, right: Right, group: Group | None, link: str
) -> Mail:
    """Invite a person to a text, and say what the right means."""
    return Mail(
        N_("Your invitation: %(title)s"),
        (N_("Dear %(name)s,"), MEANINGS[right], N_("Come in here: %(link)s"), KEEP_TO_YOURSELF),
        {
            "title": statement.title,
            "name": name,
            "group": group.name if group else "",
            "link": link,
        },
    )


def link_mail(name: str, link: str) -> Mail:
    """Bring the link that a person asked for."""
    return Mail(
        N_("Your sign-in link"),
        (
            N_("Dear %(name)s,"),
            N_("Sign in here within two hours: %(link)s"),
            KEEP_TO_YOURSELF,
            N_("You did not ask for it? Then do nothing."),
        ),
        {"name": name, "link": link},
    )


def renewal_mail(name: str) -> Mail:
    """Tell a person that somebody made a new link for them."""
    return Mail(
        N_("A new sign-in link was made for you"),
        (
            N_("Dear %(name)s,"),
            N_("Somebody who may invite made a new link for you. You were signed out everywhere."),
            N_("You did not ask for it? Tell a moderator at once."),
        ),
        {"name": name},
    )


def password_mail(name: str) -> Mail:
    """Tell a person that the password was changed."""
    return Mail(
        N_("Your password was changed"),
        (
            N_("Dear %(name)s,"),
            N_("Your password was changed. Your other sessions were ended."),
            N_("It was not you? Tell a moderator at once."),
        ),
        {"name": name},
    )


def leaderless_mail(statement: Statement, name: str, group: Group, page: str) -> Mail:
    """Tell a moderator that nobody sends for a group any more."""
    return Mail(
        N_("%(group)s has no sender now"),
        (
            N_("Dear %(name)s,"),
            N_("Nobody sends for %(group)s any more in “%(title)s”. Please name somebody."),
            N_("Until then its writers may send."),
            "%(page)s",
        ),
        {"name": name, "group": group.name, "title": statement.title, "page": page},
        asks=Asks(sender=group.id, alone=True),
    )
