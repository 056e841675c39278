-- The second pair of eyes sees the same: the case is ready for what follows.
create or replace function cases_agree(wanted uuid, officer uuid, seen integer)
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    decision cases_decision := cases_require_second(wanted, officer, seen);
begin
    update cases_decision set second = officer, second_at = clock_timestamp(), agreed = true where id = decision.id;
    update cases_case set state = 'ready', version = version + 1 where id = wanted;
    perform cases_end_holds(wanted, null, officer, 'decided');
    perform waiting_end(wanted, officer);
    perform cases_changed(wanted, officer, 'agreed');
end $$;
