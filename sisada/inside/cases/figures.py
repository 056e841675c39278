"""How the office answers, in figures for publication: times, outcomes, promises missed. From open columns alone: no figure is about a
person, and none is divided by what somebody is."""

from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from psycopg.rows import class_row


@dataclass(frozen=True)
class Figures:
    """Of the cases received in a span, merged ones counted with the one that they became part of. Hours are of the clock, not of work;
    None: there was none to measure. Time in which the reporter was asked is taken out of the outcome's hours and counted apart."""

    received: int
    danger: int
    reopened: int
    first_answered: int
    first_answer_median_h: float | None
    first_answer_p90_h: float | None
    closed: int
    outcome_median_h: float | None
    outcome_p90_h: float | None
    waited_for_reporter_h: float  # of all cases together
    upheld: int  # fact
    not_upheld: int
    not_ours: int
    answered: int
    missed_first: int
    missed_outcome: int
    missed_hours: int


FIGURES = """
with counted as (
    select one.id, one.danger, one.reopened_at, one.received_at, one.closed_at, one.outcome,
        extract(epoch from one.first_answered_at - one.received_at) / 3600 as first_h,
        coalesce((select sum(extract(epoch from coalesce(pause.until, clock_timestamp()) - pause.since)) / 3600
            from cases_pause as pause where pause."case" = one.id), 0) as paused_h
    from cases_case as one
    where one.received_at >= %(since)s and one.received_at < %(until)s and one.merged_into is null and one.kind <> 'discrepancy'),
timed as (select counted.*, extract(epoch from closed_at - received_at) / 3600 - paused_h as outcome_h from counted),
missed as (select promise from cases_missed as late join counted on counted.id = late."case")
select count(*) as received, count(*) filter (where danger) as danger, count(reopened_at) as reopened,
    count(first_h) as first_answered,
    percentile_cont(0.5) within group (order by first_h)::float as first_answer_median_h,
    percentile_cont(0.9) within group (order by first_h)::float as first_answer_p90_h,
    count(outcome_h) as closed,
    percentile_cont(0.5) within group (order by outcome_h)::float as outcome_median_h,
    percentile_cont(0.9) within group (order by outcome_h)::float as outcome_p90_h,
    coalesce(sum(paused_h), 0)::float as waited_for_reporter_h,
    count(*) filter (where outcome = 'fact') as upheld, count(*) filter (where outcome = 'not_fact') as not_upheld,
    count(*) filter (where outcome = 'not_ours') as not_ours, count(*) filter (where outcome = 'answered') as answered,
    (select count(*) from missed where promise = 'first') as missed_first,
    (select count(*) from missed where promise = 'outcome') as missed_outcome,
    (select count(*) from missed where promise = 'hours') as missed_hours
from timed
"""


def figures(since: datetime, until: datetime) -> Figures:
    """Of what was received from `since` until before `until`."""
    with connection.cursor() as cursor:
        cursor.cursor.row_factory = class_row(Figures)
        cursor.execute(FIGURES, {"since": since, "until": until})
        return cursor.fetchone()  # type: ignore[no-any-return]  # an aggregate gives always one row
