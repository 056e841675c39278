"""The database roles of the outside server. No role of the inside exists there, and none of these exists inside."""

from sisada.foundation.roles import Role

DATABASE = "sisada_outside"
OWNER = "sisada_outside_owner"
IDLE = (("idle_in_transaction_session_timeout", "30s"), ("statement_timeout", "10s"))
ROLES = (Role("sisada_public", settings=IDLE), Role("sisada_timpora", settings=IDLE), Role("sisada_carrier"))
