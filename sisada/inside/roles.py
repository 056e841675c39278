"""The database roles of the inside server (ARCHITECTURE: Roles). What each may touch stands in the grants.sql beside each table."""

from sisada.foundation.roles import Role

DATABASE = "sisada_inside"
OWNER = "sisada_owner"
# A web request that forgot its transaction must not hold its locks for ever.
IDLE = (("idle_in_transaction_session_timeout", "30s"),)
ROLES = (
    Role("sisada_link", may_make_temporary_tables=True, holds_a_pen=True),  # COPY to a temporary table, then upsert
    Role("sisada_office", settings=(*IDLE, ("statement_timeout", "10s"))),
    Role("sisada_worker", settings=IDLE),
    Role("sisada_sealer", holds_a_pen=True),
)
