"""The two sides that the passage runs between: where they listen, and who may come in as whom."""

from collections.abc import Callable
from dataclasses import dataclass

from psycopg.conninfo import make_conninfo


@dataclass(frozen=True)
class Place:
    port: int
    admin: str  # the administrator's address of this side's database
    url: Callable[[str], str]  # the address for a role

    def through(self, gate_port: int, role: str) -> str:
        """The same address by way of a gate, in the clear, so that the gate can read along."""
        return make_conninfo(self.url(role), host="127.0.0.1", port=gate_port, sslmode="disable", gssencmode="disable")


@dataclass(frozen=True)
class Places:
    inside: Place
    outside: Place

    def of_crossing(self) -> dict[str, str]:
        return {"DATABASE_URL": self.inside.url("sisada_worker"), "CARRIER_DATABASE_URL": self.outside.url("sisada_carrier")}
