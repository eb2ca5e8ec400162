"""Groups propose at random, a moderator takes at random: nothing is lost and nothing doubled."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from drafting.text import Passage, Redline, diff, pack, read, rebase, take, unpack, write
from tests.text.edits import edited, markdown, texts


class Meeting(RuleBasedStateMachine):
    """A text, and the proposals that wait, each carried onto every new version."""

    def __init__(self) -> None:
        super().__init__()
        self.text = Passage()
        self.waiting: list[Redline] = []

    @initialize(blocks=texts)
    def bring_in(self, blocks: list[str]) -> None:
        self.text = read(markdown(blocks))

    @rule(data=st.data())
    def propose(self, data: st.DataObject) -> None:
        blocks = write(self.text).strip("\n").split("\n\n") if self.text.blocks else []
        wish = read(markdown(data.draw(edited(blocks, 3))))
        self.waiting.append(diff(self.text, wish))

    @precondition(lambda self: self.waiting)
    @rule(data=st.data())
    def decide(self, data: st.DataObject) -> None:
        chosen = self.waiting.pop(data.draw(st.integers(0, len(self.waiting) - 1)))
        some = [change for change in chosen.changes if data.draw(st.booleans())]
        newer = take(self.text, some)
        for change in some:
            if change.kind != "move":
                words = "".join(token.text for token in change.inserted if token.kind == "word")
                assert words in "".join(t.text for t in newer.flat if t.kind == "word")
        self.waiting = [rebase(one, newer).redline for one in self.waiting]
        self.text = newer

    @invariant()
    def every_proposal_stands_on_the_present_text(self) -> None:
        for one in self.waiting:
            assert one.before == self.text
            assert take(self.text, one.changes) == one.after
            assert unpack(one.before, one.after, pack(one)) == one

    @invariant()
    def the_text_is_well_formed(self) -> None:
        assert read(write(self.text)) == self.text


TestMeeting = Meeting.TestCase
TestMeeting.settings = settings(max_examples=40, stateful_step_count=15, deadline=None)
