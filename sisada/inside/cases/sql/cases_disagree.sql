-- The second pair of eyes does not see it: back to the desk, with the reason; whoever decided is told.
create or replace function cases_disagree(wanted uuid, officer uuid, seen integer, why text)
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    decision cases_decision := cases_require_second(wanted, officer, seen);
begin
    perform cases_require_words(why);
    update cases_decision set second = officer, second_at = clock_timestamp(), agreed = false, refused_why = why where id = decision.id;
    update cases_case set state = 'reviewing', version = version + 1 where id = wanted;
    perform cases_end_holds(wanted, null, officer, 'decided');
    perform waiting_end(wanted, officer);
    perform waiting_tell(decision."by", 'case-back', wanted, clock_timestamp());
    perform cases_changed(wanted, officer, 'disagreed');
end $$;
