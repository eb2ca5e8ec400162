"""Keep what stood in forms that were answered with a page."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "typed_forms",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("form_key", sa.String(32), nullable=False),
        sa.Column("path", sa.String(300), nullable=False),
        sa.Column("fields", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("done", sa.Boolean(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("length(form_key) = 32", name=op.f("ck_typed_forms_whole_key")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_typed_forms_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_typed_forms")),
        sa.UniqueConstraint(
            "person_id", "form_key", name=op.f("uq_typed_forms_person_id_form_key")
        ),
    )
    op.create_index("ix_typed_forms_person_id_path", "typed_forms", ["person_id", "path"])


def downgrade() -> None:
    op.drop_table("typed_forms")
