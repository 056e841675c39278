"""How a run is shared out over processes (`bin/test`): what shares something dear stays together."""

from xdist.scheduler import LoadScopeScheduling  # type: ignore[import-untyped]  # xdist ships no types

FOLDERS = ("tests/browser", "tests/proofs", "tests/seal")  # a house and its browser, servers that are killed, a house of two databases


class Together(LoadScopeScheduling):  # type: ignore[misc]  # as above
    """The tests of one of these folders, or of one file, in one process, the largest first.

    Not by xdist's own `loadgroup`: pytest 9 no longer reads the names under which xdist 3.8 hides its groups, and shares out every
    test by itself."""

    def _split_scope(self, nodeid: str) -> str:
        return stays_with(nodeid)


def stays_with(nodeid: str) -> str:
    return next((folder for folder in FOLDERS if nodeid.startswith(f"{folder}/")), nodeid.split("::", maxsplit=1)[0])
