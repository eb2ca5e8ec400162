"""What a group's sender chooses when the group is asked something."""

from __future__ import annotations

from wtforms import StringField
from wtforms.validators import Optional

from drafting.actions.answer_question import AnswerQuestion
from drafting.errors import N_, Refused
from drafting.store.models.questions import Answer
from drafting.web.forms import Form, NumberField


class QuestionForm(Form):
    """The button that was pressed, the revision that was shown, and the page it was shown on."""

    answer = StringField(default="")
    revision = NumberField(validators=[Optional()], default=0)
    back = StringField(default="")

    @property
    def chosen(self) -> Answer:
        """The answer. Raises: Refused when it is none of those offered."""
        try:
            return Answer(self.answer.data or "")
        except ValueError:
            raise Refused(N_("Choose one of the answers.")) from None

    def asked(self, statement: str, question: int) -> AnswerQuestion:
        """What the form asks for."""
        return AnswerQuestion(statement, question, self.revision.data or 0, self.chosen)
