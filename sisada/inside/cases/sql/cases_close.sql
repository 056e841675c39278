-- What was to be done is done: the desk closes the case by hand.
create or replace function cases_close(wanted uuid, officer uuid, seen integer)
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    closing cases_case := cases_require_hold(wanted, officer, 'handler', seen);
begin
    perform cases_require_state(closing, array['ready']);
    perform cases_shut(wanted, officer, 'fact');
end $$;
