"""Keep the public names of groups apart; those that are equal get a number."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

INDEX = "ix_groups_statement_id_public_name"
LONGEST = 80

groups = sa.table(
    "groups",
    sa.column("id", sa.Integer()),
    sa.column("statement_id", sa.Integer()),
    sa.column("public_name", sa.String()),
)


def upgrade() -> None:
    number_equal_names(op.get_bind())
    op.create_index(INDEX, "groups", ["statement_id", "public_name"], unique=True)


def downgrade() -> None:
    op.drop_index(INDEX, "groups")


def number_equal_names(connection: sa.Connection) -> None:
    rows = connection.execute(sa.select(groups).order_by(groups.c.id)).all()
    taken = {(row.statement_id, row.public_name) for row in rows}
    seen = set()
    for row in rows:
        name, at = row.public_name, 1
        if (row.statement_id, name) in seen:
            while (row.statement_id, name) in taken:
                at += 1
                name = f"{row.public_name[: LONGEST - 5]} {at}"
            taken.add((row.statement_id, name))
            renamed = sa.update(groups).where(groups.c.id == row.id).values(public_name=name)
            connection.execute(renamed)
        seen.add((row.statement_id, name))
