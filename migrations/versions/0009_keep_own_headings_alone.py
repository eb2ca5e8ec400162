"""Keep the headings that people wrote, and no others: those are made when they are shown."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

revisions = sa.table(
    "amendment_revisions",
    sa.column("heading", sa.String()),
    sa.column("heading_written", sa.Boolean()),
)


def upgrade() -> None:
    made = revisions.c.heading_written.is_(sa.false())
    op.execute(sa.update(revisions).where(made).values(heading=""))
    op.drop_column("amendment_revisions", "heading_written")


def downgrade() -> None:
    op.add_column(
        "amendment_revisions",
        sa.Column("heading_written", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    written = revisions.c.heading != ""
    op.execute(sa.update(revisions).where(written).values(heading_written=sa.true()))
