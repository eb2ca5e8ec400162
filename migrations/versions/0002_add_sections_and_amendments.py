"""Add sections and amendments."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "intakes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("statement_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("source", sa.JSON(), nullable=False),
        sa.Column("splits", sa.JSON(), nullable=False),
        sa.Column("cursor", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("cursor >= 0", name=op.f("ck_intakes_cursor_in_the_list")),
        sa.ForeignKeyConstraint(
            ["statement_id"], ["statements.id"], name=op.f("fk_intakes_statement_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_intakes")),
        sa.UniqueConstraint("statement_id", name=op.f("uq_intakes_statement_id")),
    )
    op.create_table(
        "rounds",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("statement_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("opens_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closes_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("grace_minutes", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "grace_minutes BETWEEN 0 AND 1440", name=op.f("ck_rounds_grace_of_a_day_at_most")
        ),
        sa.ForeignKeyConstraint(
            ["statement_id"], ["statements.id"], name=op.f("fk_rounds_statement_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rounds")),
        sa.UniqueConstraint("statement_id", "name", name=op.f("uq_rounds_statement_id_name")),
    )
    op.create_table(
        "sections",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("statement_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=12), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "text",
                "locked",
                "frame",
                name="known_kind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("head", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["statement_id"], ["statements.id"], name=op.f("fk_sections_statement_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sections")),
        sa.UniqueConstraint("statement_id", "key", name=op.f("uq_sections_statement_id_key")),
    )
    op.create_table(
        "amendments",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("statement_id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=12), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column(
            "status",
            sa.Enum(
                "draft",
                "ready",
                "submitted",
                "accepted",
                "accepted in part",
                "accepted as modified",
                "rejected",
                "open point",
                "withdrawn",
                "fulfilled",
                "overtaken",
                name="known_status",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column(
            "audience",
            sa.Enum(
                "meeting",
                "public",
                name="known_audience",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("for_room", sa.Boolean(), nullable=False),
        sa.Column("room_question", sa.Text(), nullable=False),
        sa.Column("entered", sa.Boolean(), nullable=False),
        sa.Column("unconfirmed", sa.Boolean(), nullable=False),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.Column("sent_by_writer", sa.Boolean(), nullable=False),
        sa.Column("named_by_id", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "status IN ('draft', 'ready') OR number IS NOT NULL",
            name=op.f("ck_amendments_numbered_when_sent"),
        ),
        sa.CheckConstraint(
            "(number IS NULL) = (sent_at IS NULL)", name=op.f("ck_amendments_sent_with_a_number")
        ),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_amendments_counted_from_one")),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_amendments_group_id")),
        sa.ForeignKeyConstraint(
            ["named_by_id"], ["amendments.id"], name=op.f("fk_amendments_named_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["statement_id"], ["statements.id"], name=op.f("fk_amendments_statement_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_amendments")),
        sa.UniqueConstraint("key", name=op.f("uq_amendments_key")),
        sa.UniqueConstraint(
            "statement_id", "number", name=op.f("uq_amendments_statement_id_number")
        ),
    )
    op.create_index(
        "ix_amendments_statement_id_status", "amendments", ["statement_id", "status"], unique=False
    )
    op.create_table(
        "paragraphs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("statement_id", sa.Integer(), nullable=False),
        sa.Column("section_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=12), nullable=False),
        sa.ForeignKeyConstraint(
            ["section_id"], ["sections.id"], name=op.f("fk_paragraphs_section_id")
        ),
        sa.ForeignKeyConstraint(
            ["statement_id"], ["statements.id"], name=op.f("fk_paragraphs_statement_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paragraphs")),
        sa.UniqueConstraint("statement_id", "key", name=op.f("uq_paragraphs_statement_id_key")),
    )
    op.create_table(
        "amendment_revisions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("amendment_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("heading", sa.String(length=200), nullable=False),
        sa.Column("heading_written", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("editorial", sa.Boolean(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["amendment_id"], ["amendments.id"], name=op.f("fk_amendment_revisions_amendment_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_amendment_revisions")),
        sa.UniqueConstraint(
            "amendment_id", "number", name=op.f("uq_amendment_revisions_amendment_id_number")
        ),
    )
    op.create_table(
        "questions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("statement_id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("amendment_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "the text moved",
                "written for you",
                "the author revised",
                "the author withdrew",
                name="known_kind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("letters", sa.JSON(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "answer",
            sa.Enum(
                "ask for this",
                "take the text as it is",
                "write anew",
                "yes",
                "no",
                name="known_answer",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "answer IS NULL OR closed_at IS NOT NULL", name=op.f("ck_questions_answered_is_closed")
        ),
        sa.ForeignKeyConstraint(
            ["amendment_id"], ["amendments.id"], name=op.f("fk_questions_amendment_id")
        ),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_questions_group_id")),
        sa.ForeignKeyConstraint(
            ["statement_id"], ["statements.id"], name=op.f("fk_questions_statement_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_questions")),
    )
    op.create_index(op.f("ix_questions_amendment_id"), "questions", ["amendment_id"], unique=False)
    op.create_index(
        "ix_questions_group_id_closed_at", "questions", ["group_id", "closed_at"], unique=False
    )
    op.create_table(
        "receipts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("form_key", sa.String(length=32), nullable=False),
        sa.Column("code", sa.String(length=8), nullable=False),
        sa.Column("amendment_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["amendment_id"], ["amendments.id"], name=op.f("fk_receipts_amendment_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_receipts_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_receipts")),
        sa.UniqueConstraint("person_id", "form_key", name=op.f("uq_receipts_person_id_form_key")),
    )
    op.create_index(op.f("ix_receipts_amendment_id"), "receipts", ["amendment_id"], unique=False)
    op.create_table(
        "sponsors",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("amendment_id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "asked",
                "joined",
                "left",
                name="known_state",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["amendment_id"], ["amendments.id"], name=op.f("fk_sponsors_amendment_id")
        ),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_sponsors_group_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sponsors")),
        sa.UniqueConstraint(
            "amendment_id", "group_id", name=op.f("uq_sponsors_amendment_id_group_id")
        ),
    )


def downgrade() -> None:
    op.drop_table("sponsors")
    op.drop_index(op.f("ix_receipts_amendment_id"), table_name="receipts")
    op.drop_table("receipts")
    op.drop_index("ix_questions_group_id_closed_at", table_name="questions")
    op.drop_index(op.f("ix_questions_amendment_id"), table_name="questions")
    op.drop_table("questions")
    op.drop_table("amendment_revisions")
    op.drop_table("paragraphs")
    op.drop_index("ix_amendments_statement_id_status", table_name="amendments")
    op.drop_table("amendments")
    op.drop_table("sections")
    op.drop_table("rounds")
    op.drop_table("intakes")
