"""Add record and decisions."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "entries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("statement_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("prev", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("public", sa.JSON(), nullable=False),
        sa.Column("commitment", sa.String(length=64), nullable=False),
        sa.Column("private", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("nonce", sa.LargeBinary(length=32), nullable=True),
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
        sa.Column("amendment_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(nonce IS NULL) = (private IS NULL)", name=op.f("ck_entries_forgotten_together")
        ),
        sa.CheckConstraint("seq >= 1", name=op.f("ck_entries_counted_from_one")),
        sa.ForeignKeyConstraint(
            ["amendment_id"], ["amendments.id"], name=op.f("fk_entries_amendment_id")
        ),
        sa.ForeignKeyConstraint(
            ["statement_id"], ["statements.id"], name=op.f("fk_entries_statement_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entries")),
        sa.UniqueConstraint("statement_id", "seq", name=op.f("uq_entries_statement_id_seq")),
    )
    op.create_index(op.f("ix_entries_amendment_id"), "entries", ["amendment_id"], unique=False)
    op.create_table(
        "decisions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("statement_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("reopens_id", sa.Integer(), nullable=True),
        sa.Column("own_group", sa.Boolean(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["entry_id"], ["entries.id"], name=op.f("fk_decisions_entry_id")),
        sa.ForeignKeyConstraint(
            ["reopens_id"], ["decisions.id"], name=op.f("fk_decisions_reopens_id")
        ),
        sa.ForeignKeyConstraint(
            ["statement_id"], ["statements.id"], name=op.f("fk_decisions_statement_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decisions")),
    )
    op.create_index(op.f("ix_decisions_statement_id"), "decisions", ["statement_id"], unique=False)
    op.create_table(
        "hands",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("statement_id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=True),
        sa.Column("amendment_id", sa.Integer(), nullable=True),
        sa.Column("act", sa.String(length=40), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column(
            "right",
            sa.Enum(
                "read",
                "write",
                "send",
                "enter",
                "decide",
                "administer",
                name="known_right",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("nonce", sa.LargeBinary(length=32), nullable=True),
        sa.CheckConstraint(
            "entry_id IS NOT NULL OR amendment_id IS NOT NULL",
            name=op.f("ck_hands_of_an_entry_or_amendment"),
        ),
        sa.ForeignKeyConstraint(
            ["amendment_id"], ["amendments.id"], name=op.f("fk_hands_amendment_id")
        ),
        sa.ForeignKeyConstraint(["entry_id"], ["entries.id"], name=op.f("fk_hands_entry_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_hands_person_id")),
        sa.ForeignKeyConstraint(
            ["statement_id"], ["statements.id"], name=op.f("fk_hands_statement_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hands")),
    )
    op.create_index(op.f("ix_hands_amendment_id"), "hands", ["amendment_id"], unique=False)
    op.create_index(op.f("ix_hands_entry_id"), "hands", ["entry_id"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_hands_entry_id"), table_name="hands")
    op.drop_index(op.f("ix_hands_amendment_id"), table_name="hands")
    op.drop_table("hands")
    op.drop_index(op.f("ix_decisions_statement_id"), table_name="decisions")
    op.drop_table("decisions")
    op.drop_index(op.f("ix_entries_amendment_id"), table_name="entries")
    op.drop_table("entries")
