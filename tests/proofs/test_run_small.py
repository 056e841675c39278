"""`make prove-run` on a small scale: a worker of the office, a guard and a database server are killed, then the launcher."""

from tests.proofs.prove_run import CTRL_C, LAUNCHER, prove


def test_what_is_killed_comes_back_and_a_dead_launcher_leaves_nothing() -> None:
    report = prove(kinds=("office's worker", "inside", "guard of link"), rounds=1, first_starts=0, seed=3, persons=100)
    assert report.faults == []
    assert {LAUNCHER, CTRL_C, "office's worker", "inside", "guard of link"} <= report.seconds.keys()
