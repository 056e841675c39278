-- Open cases whose promise is past: the first answer, an answer in hours, the outcome. While its reporter is asked the outcome is not late.
-- Never granted.
create or replace function cases_unkept()
    returns table (id uuid, handler uuid, promise text)
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select one.id, one.handler, promised.name
    from cases_case as one
    cross join lateral (values
        ('first', cases_end_of_day(one.first_answer_due), one.first_answered_at is null),
        ('hours', one.due_at, one.kind = 'objection' or one.first_answered_at is null),
        ('outcome', cases_end_of_day(one.outcome_due), one.state <> 'waiting_reporter')) as promised (name, until, counts)
    where one.state <> 'closed' and one.kind <> 'discrepancy' and promised.counts and promised.until <= clock_timestamp()
$$;
