"""All tables, imported together so that relations and migrations see the whole."""

from drafting.store.models.amendments import (
    Amendment,
    AmendmentPart,
    AmendmentRevision,
    CarriedPart,
    Sponsor,
)
from drafting.store.models.decisions import Decision, Ruling
from drafting.store.models.editions import Edition, EditionParagraph, EditionSection
from drafting.store.models.grants import Grant
from drafting.store.models.groups import Group
from drafting.store.models.intakes import Intake
from drafting.store.models.journal import Entry, Hand
from drafting.store.models.messages import Message
from drafting.store.models.outlines import Outline
from drafting.store.models.people import Person
from drafting.store.models.questions import Question
from drafting.store.models.receipts import Receipt
from drafting.store.models.rounds import Round
from drafting.store.models.sections import Paragraph, Section, SectionVersion
from drafting.store.models.sign_ins import SignIn, SignInLink
from drafting.store.models.statements import Statement
from drafting.store.models.tries import Try
from drafting.store.models.typed_forms import TypedForm

__all__ = [
    "Amendment",
    "AmendmentPart",
    "AmendmentRevision",
    "CarriedPart",
    "Decision",
    "Edition",
    "EditionParagraph",
    "EditionSection",
    "Entry",
    "Grant",
    "Group",
    "Hand",
    "Intake",
    "Message",
    "Outline",
    "Paragraph",
    "Person",
    "Question",
    "Receipt",
    "Round",
    "Ruling",
    "Section",
    "SectionVersion",
    "SignIn",
    "SignInLink",
    "Sponsor",
    "Statement",
    "Try",
    "TypedForm",
]
