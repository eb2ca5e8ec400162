"""Add parts and rulings."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "amendment_parts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "text",
                "title",
                "add",
                "drop",
                "move",
                name="known_kind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("section_id", sa.Integer(), nullable=True),
        sa.Column("section_version_id", sa.Integer(), nullable=True),
        sa.Column("outline_id", sa.Integer(), nullable=True),
        sa.Column("section_key", sa.String(length=12), nullable=True),
        sa.Column("title", sa.String(length=300), nullable=True),
        sa.Column("markdown", sa.Text(), nullable=True),
        sa.Column("outline_keys", sa.JSON(), nullable=True),
        sa.Column("changes", sa.JSON(), nullable=False),
        sa.CheckConstraint(
            "(kind IN ('text', 'title')) = (section_version_id IS NOT NULL)",
            name=op.f("ck_amendment_parts_base_by_kind"),
        ),
        sa.CheckConstraint(
            "kind <> 'text' OR markdown IS NOT NULL", name=op.f("ck_amendment_parts_text_has_words")
        ),
        sa.CheckConstraint(
            "kind <> 'title' OR title IS NOT NULL", name=op.f("ck_amendment_parts_title_has_words")
        ),
        sa.CheckConstraint(
            "(section_version_id IS NULL) <> (outline_id IS NULL)",
            name=op.f("ck_amendment_parts_bound_to_one_base"),
        ),
        sa.ForeignKeyConstraint(
            ["outline_id"], ["outlines.id"], name=op.f("fk_amendment_parts_outline_id")
        ),
        sa.ForeignKeyConstraint(
            ["revision_id"], ["amendment_revisions.id"], name=op.f("fk_amendment_parts_revision_id")
        ),
        sa.ForeignKeyConstraint(
            ["section_id"], ["sections.id"], name=op.f("fk_amendment_parts_section_id")
        ),
        sa.ForeignKeyConstraint(
            ["section_version_id"],
            ["section_versions.id"],
            name=op.f("fk_amendment_parts_section_version_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_amendment_parts")),
        sa.UniqueConstraint(
            "revision_id", "position", name=op.f("uq_amendment_parts_revision_id_position")
        ),
    )
    op.create_index(
        op.f("ix_amendment_parts_revision_id"), "amendment_parts", ["revision_id"], unique=False
    )
    op.create_index(
        op.f("ix_amendment_parts_section_id"), "amendment_parts", ["section_id"], unique=False
    )
    op.create_table(
        "carried_parts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("part_id", sa.Integer(), nullable=False),
        sa.Column("section_version_id", sa.Integer(), nullable=True),
        sa.Column("outline_id", sa.Integer(), nullable=True),
        sa.Column("markdown", sa.Text(), nullable=True),
        sa.Column("outline_keys", sa.JSON(), nullable=True),
        sa.Column("changes", sa.JSON(), nullable=False),
        sa.Column("fates", sa.JSON(), nullable=False),
        sa.CheckConstraint(
            "(section_version_id IS NULL) <> (outline_id IS NULL)",
            name=op.f("ck_carried_parts_bound_to_one_base"),
        ),
        sa.ForeignKeyConstraint(
            ["outline_id"], ["outlines.id"], name=op.f("fk_carried_parts_outline_id")
        ),
        sa.ForeignKeyConstraint(
            ["part_id"], ["amendment_parts.id"], name=op.f("fk_carried_parts_part_id")
        ),
        sa.ForeignKeyConstraint(
            ["section_version_id"],
            ["section_versions.id"],
            name=op.f("fk_carried_parts_section_version_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_carried_parts")),
        sa.UniqueConstraint("part_id", name=op.f("uq_carried_parts_part_id")),
    )
    op.create_table(
        "rulings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("decision_id", sa.Integer(), nullable=False),
        sa.Column("amendment_id", sa.Integer(), nullable=False),
        sa.Column("part_id", sa.Integer(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column(
            "outcome",
            sa.Enum(
                "accepted",
                "accepted in part",
                "accepted as modified",
                "rejected",
                "open point",
                "fulfilled",
                "overtaken",
                "for the room",
                "reopened",
                name="known_outcome",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
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
        sa.Column("taken", sa.JSON(), nullable=False),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("before_version_id", sa.Integer(), nullable=True),
        sa.Column("after_version_id", sa.Integer(), nullable=True),
        sa.Column("before_outline_id", sa.Integer(), nullable=True),
        sa.Column("after_outline_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_rulings_counted_from_one")),
        sa.ForeignKeyConstraint(
            ["after_outline_id"], ["outlines.id"], name=op.f("fk_rulings_after_outline_id")
        ),
        sa.ForeignKeyConstraint(
            ["after_version_id"], ["section_versions.id"], name=op.f("fk_rulings_after_version_id")
        ),
        sa.ForeignKeyConstraint(
            ["amendment_id"], ["amendments.id"], name=op.f("fk_rulings_amendment_id")
        ),
        sa.ForeignKeyConstraint(
            ["before_outline_id"], ["outlines.id"], name=op.f("fk_rulings_before_outline_id")
        ),
        sa.ForeignKeyConstraint(
            ["before_version_id"],
            ["section_versions.id"],
            name=op.f("fk_rulings_before_version_id"),
        ),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decisions.id"], name=op.f("fk_rulings_decision_id")
        ),
        sa.ForeignKeyConstraint(
            ["part_id"], ["amendment_parts.id"], name=op.f("fk_rulings_part_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rulings")),
    )
    op.create_index(op.f("ix_rulings_amendment_id"), "rulings", ["amendment_id"], unique=False)
    op.create_index(op.f("ix_rulings_decision_id"), "rulings", ["decision_id"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_rulings_decision_id"), table_name="rulings")
    op.drop_index(op.f("ix_rulings_amendment_id"), table_name="rulings")
    op.drop_table("rulings")
    op.drop_table("carried_parts")
    op.drop_index(op.f("ix_amendment_parts_section_id"), table_name="amendment_parts")
    op.drop_index(op.f("ix_amendment_parts_revision_id"), table_name="amendment_parts")
    op.drop_table("amendment_parts")
