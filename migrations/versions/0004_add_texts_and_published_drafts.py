"""Add texts and published drafts."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "outlines",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("statement_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("keys", sa.JSON(), nullable=False),
        sa.Column(
            "source",
            sa.Enum(
                "import",
                "edit",
                "correction",
                "decision",
                "reopening",
                name="known_source",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("decision_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("number >= 1", name=op.f("ck_outlines_counted_from_one")),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decisions.id"], name=op.f("fk_outlines_decision_id")
        ),
        sa.ForeignKeyConstraint(
            ["statement_id"], ["statements.id"], name=op.f("fk_outlines_statement_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outlines")),
        sa.UniqueConstraint("statement_id", "number", name=op.f("uq_outlines_statement_id_number")),
    )
    op.create_table(
        "section_versions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("section_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("markdown", sa.Text(), nullable=False),
        sa.Column("keys", sa.JSON(), nullable=False),
        sa.Column("aliases", sa.JSON(), nullable=False),
        sa.Column(
            "source",
            sa.Enum(
                "import",
                "edit",
                "correction",
                "decision",
                "reopening",
                name="known_source",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("decision_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("number >= 1", name=op.f("ck_section_versions_counted_from_one")),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decisions.id"], name=op.f("fk_section_versions_decision_id")
        ),
        sa.ForeignKeyConstraint(
            ["section_id"], ["sections.id"], name=op.f("fk_section_versions_section_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_section_versions")),
        sa.UniqueConstraint(
            "section_id", "number", name=op.f("uq_section_versions_section_id_number")
        ),
    )
    op.create_table(
        "editions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("statement_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "zero",
                "revision",
                "final",
                name="known_kind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("outline_id", sa.Integer(), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("with_open_points", sa.Boolean(), nullable=False),
        sa.Column("adopted_session", sa.String(length=120), nullable=True),
        sa.Column("adopted_on", sa.Date(), nullable=True),
        sa.Column("by_consensus", sa.Boolean(), nullable=True),
        sa.Column("groups_present", sa.JSON(), nullable=True),
        sa.Column("entry_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(kind = 'final') = (adopted_session IS NOT NULL)",
            name=op.f("ck_editions_final_says_how_adopted"),
        ),
        sa.CheckConstraint(
            "(kind = 'zero') = (number = 0)", name=op.f("ck_editions_zero_is_the_zero_draft")
        ),
        sa.ForeignKeyConstraint(["entry_id"], ["entries.id"], name=op.f("fk_editions_entry_id")),
        sa.ForeignKeyConstraint(
            ["outline_id"], ["outlines.id"], name=op.f("fk_editions_outline_id")
        ),
        sa.ForeignKeyConstraint(
            ["statement_id"], ["statements.id"], name=op.f("fk_editions_statement_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_editions")),
        sa.UniqueConstraint("statement_id", "number", name=op.f("uq_editions_statement_id_number")),
    )
    op.create_table(
        "edition_paragraphs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("edition_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("section_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=12), nullable=False),
        sa.Column("label", sa.String(length=24), nullable=False),
        sa.Column("taken_out", sa.Boolean(), nullable=False),
        sa.Column("salt", sa.LargeBinary(length=32), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["edition_id"], ["editions.id"], name=op.f("fk_edition_paragraphs_edition_id")
        ),
        sa.ForeignKeyConstraint(
            ["section_id"], ["sections.id"], name=op.f("fk_edition_paragraphs_section_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_edition_paragraphs")),
        sa.UniqueConstraint("edition_id", "key", name=op.f("uq_edition_paragraphs_edition_id_key")),
        sa.UniqueConstraint(
            "edition_id", "position", name=op.f("uq_edition_paragraphs_edition_id_position")
        ),
    )
    op.create_table(
        "edition_sections",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("edition_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("section_id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
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
        sa.ForeignKeyConstraint(
            ["edition_id"], ["editions.id"], name=op.f("fk_edition_sections_edition_id")
        ),
        sa.ForeignKeyConstraint(
            ["section_id"], ["sections.id"], name=op.f("fk_edition_sections_section_id")
        ),
        sa.ForeignKeyConstraint(
            ["version_id"], ["section_versions.id"], name=op.f("fk_edition_sections_version_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_edition_sections")),
        sa.UniqueConstraint(
            "edition_id", "position", name=op.f("uq_edition_sections_edition_id_position")
        ),
    )


def downgrade() -> None:
    op.drop_table("edition_sections")
    op.drop_table("edition_paragraphs")
    op.drop_table("editions")
    op.drop_table("section_versions")
    op.drop_table("outlines")
