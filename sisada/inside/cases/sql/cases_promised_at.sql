-- By when this case needs its next answer: the earliest promise that is not yet kept. Null: closed, or its reporter's turn. By it the queue is
-- ordered, danger first; nothing else orders it. By its id: a whole row is for those who read every column.
create or replace function cases_promised_at(wanted uuid)
    returns timestamptz
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select case when of_case.state <> 'closed' then least(
        case when of_case.kind = 'objection' or of_case.first_answered_at is null then of_case.due_at end,
        case when of_case.first_answered_at is null then cases_end_of_day(of_case.first_answer_due) end,
        case when of_case.state <> 'waiting_reporter' then cases_end_of_day(of_case.outcome_due) end) end
    from cases_case as of_case where of_case.id = wanted
$$;
