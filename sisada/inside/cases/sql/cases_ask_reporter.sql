-- The reporter was asked something (cases_tell carries the words): until he answers the clock of the outcome stands.
create or replace function cases_ask_reporter(wanted uuid, officer uuid, seen integer)
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    asked cases_case := cases_require_hold(wanted, officer, 'handler', seen);
begin
    perform cases_require_state(asked, array['reviewing', 'waiting_reporter']);
    if not exists (select from cases_followers(wanted)) then
        raise exception 'case.nobody-follows' using errcode = 'LK001';
    end if;
    update cases_case set state = 'waiting_reporter', version = version + 1 where id = wanted;
    insert into cases_pause ("case") select wanted where not exists (select from cases_pause where "case" = wanted and until is null);
    perform cases_changed(wanted, officer, 'asked');
end $$;
