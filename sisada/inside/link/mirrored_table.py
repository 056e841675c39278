"""A table of the Directorate's and the one of ours that mirrors it, and how a row crosses over. Pure."""

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha1
from typing import Final
from uuid import UUID

from sisada.inside.link.pgoutput import UNCHANGED, Value, Values
from sisada.inside.link.values import BadValueError, Convert, Kind

SOURCE: Final = UUID("6d1d2c5e-7b0a-5f43-9d0b-3f1c8a52e9b4")  # the Directorate, as namespace of every mirrored id; never changes

_NAMESPACE: Final = SOURCE.bytes
_VARIANT: Final = {f"{digit:x}": f"{digit & 3 | 8:x}" for digit in range(16)}


def mirrored_id(upstream_table: str, key: str) -> str:
    """uuid5 of the source's row: the same after every new copy, so that links to a person stay.

    Written out, since `uuid.uuid5` takes four times as long and each row needs several.
    """
    digest = sha1(_NAMESPACE + f"{upstream_table}:{key}".encode(), usedforsecurity=False).hexdigest()
    return f"{digest[:8]}-{digest[8:12]}-5{digest[13:16]}-{_VARIANT[digest[16]]}{digest[17:20]}-{digest[20:32]}"


@dataclass(frozen=True, slots=True)
class Column:
    theirs: str
    ours: str
    kind: Kind


@dataclass(frozen=True, eq=False)
class Table:
    """One table of theirs and the table of ours that mirrors it. `ours` lists `id` first."""

    theirs: str
    ours: str
    columns: tuple[Column, ...]

    @cached_property
    def key(self) -> str:
        """Their primary key: always one column."""
        return self.columns[0].theirs

    @cached_property
    def their_columns(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(column.theirs for column in self.columns))

    @cached_property
    def our_columns(self) -> tuple[str, ...]:
        return tuple(column.ours for column in self.columns)

    @cached_property
    def our_index(self) -> dict[str, int]:
        return {name: at for at, name in enumerate(self.our_columns)}

    @cached_property
    def person_column(self) -> str | None:
        """Their column that names the person a row is about. None: a row that is about nobody in particular (a guarantor)."""
        return "id_orang" if "id_orang" in self.their_columns else None

    @cached_property
    def person_index(self) -> int | None:
        return self.their_columns.index(self.person_column) if self.person_column else None

    def row_id(self, key: str) -> str:
        return mirrored_id(self.theirs, key)

    def translate(self, picked: Values) -> Values:
        """Our row of their values (in the order of `their_columns`). What the source left unchanged stays marked so.

        Raises: BadValueError with our column's name for a value that has no place on our side.
        """
        row: list[Value] = []
        for index, convert, ours in self._plan:
            value = picked[index]
            if convert is None or value is None or value is UNCHANGED:
                row.append(value)
            else:
                try:
                    row.append(convert(value))
                except BadValueError as bad:
                    raise BadValueError(f"{bad}: {ours}") from None
        return tuple(row)

    @cached_property
    def _plan(self) -> tuple[tuple[int, Convert | None, str], ...]:
        return tuple((self.their_columns.index(column.theirs), column.kind.convert, column.ours) for column in self.columns)


def reference(upstream_table: str) -> Kind:
    """Their key of a row elsewhere, as our id of it."""
    return Kind("bigint", ("uuid",), lambda key: mirrored_id(upstream_table, key))
