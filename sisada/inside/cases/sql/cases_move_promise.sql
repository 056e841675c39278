-- The promises of an open case as they are counted now: after an answer, or since a day was declared closed. True: the reporter must be told.
-- Called by the worker.
create or replace function cases_move_promise(wanted uuid, first_due date, due date)
    returns boolean
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    before cases_case;
begin
    select * into before from cases_case where id = wanted and state <> 'closed' for update;
    if before.id is null or (before.first_answer_due, before.outcome_due) = (first_due, due) then
        return false;
    end if;
    update cases_case set first_answer_due = first_due, outcome_due = due, version = version + 1 where id = wanted;
    perform cases_changed(wanted, null, 'promise-moved');
    return true;
end $$;
