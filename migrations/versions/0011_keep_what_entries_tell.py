"""Keep what the house needs from its entries in columns, and the form of entries and seals."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

ENTRY_COLUMNS = ("form", "kind", "told_at", "group_id", "round_id", "revision", "words")

entries = sa.table(
    "entries",
    sa.column("id", sa.Integer()),
    sa.column("statement_id", sa.Integer()),
    sa.column("public", sa.JSON()),
    sa.column("kind", sa.String()),
    sa.column("told_at", sa.String()),
    sa.column("group_id", sa.Integer()),
    sa.column("round_id", sa.Integer()),
    sa.column("revision", sa.Integer()),
)
groups = sa.table(
    "groups", sa.column("id"), sa.column("statement_id"), sa.column("public_name", sa.String())
)
rounds = sa.table(
    "rounds", sa.column("id"), sa.column("statement_id"), sa.column("name", sa.String())
)


def upgrade() -> None:
    with op.batch_alter_table("entries") as batch:
        batch.add_column(sa.Column("form", sa.Integer(), nullable=False, server_default="1"))
        batch.add_column(sa.Column("kind", sa.String(40), nullable=False, server_default=""))
        batch.add_column(sa.Column("told_at", sa.String(20), nullable=False, server_default=""))
        batch.add_column(sa.Column("group_id", sa.Integer(), nullable=True))
        batch.add_column(sa.Column("round_id", sa.Integer(), nullable=True))
        batch.add_column(sa.Column("revision", sa.Integer(), nullable=True))
        batch.add_column(sa.Column("words", sa.JSON(), nullable=True))
        batch.create_foreign_key(op.f("fk_entries_group_id"), "groups", ["group_id"], ["id"])
        batch.create_foreign_key(op.f("fk_entries_round_id"), "rounds", ["round_id"], ["id"])
        batch.create_check_constraint(op.f("ck_entries_known_form"), "form IN (1, 2)")
    with op.batch_alter_table("editions") as batch:
        batch.add_column(sa.Column("form", sa.Integer(), nullable=False, server_default="1"))
        batch.create_check_constraint(op.f("ck_editions_known_form"), "form IN (1, 2)")
    fill(op.get_bind())


def downgrade() -> None:
    with op.batch_alter_table("editions") as batch:
        batch.drop_constraint(op.f("ck_editions_known_form"), type_="check")
        batch.drop_column("form")
    with op.batch_alter_table("entries") as batch:
        batch.drop_constraint(op.f("ck_entries_known_form"), type_="check")
        batch.drop_constraint(op.f("fk_entries_round_id"), type_="foreignkey")
        batch.drop_constraint(op.f("fk_entries_group_id"), type_="foreignkey")
        for name in reversed(ENTRY_COLUMNS):
            batch.drop_column(name)


def fill(connection: sa.Connection) -> None:
    """Copy from the public part of each entry what was read back from there until now."""
    named = names(connection, groups, groups.c.public_name)
    called = names(connection, rounds, rounds.c.name)
    for row in connection.execute(sa.select(entries)).all():
        told = row.public
        values = {
            "kind": str(told.get("kind", "")),
            "told_at": str(told.get("at", "")),
            "group_id": named.get((row.statement_id, told.get("group"))),
            "round_id": called.get((row.statement_id, told.get("round"))),
            "revision": told.get("revision"),
        }
        connection.execute(sa.update(entries).where(entries.c.id == row.id).values(values))


def names(
    connection: sa.Connection, table: sa.TableClause, name: sa.ColumnClause[str]
) -> dict[tuple[int, str], int]:
    """Return the row number of each name of a statement."""
    rows = connection.execute(sa.select(table.c.id, table.c.statement_id, name))
    return {(statement_id, called): number for number, statement_id, called in rows}
