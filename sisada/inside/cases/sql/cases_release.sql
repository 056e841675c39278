-- Give a case back: anybody may take it.
create or replace function cases_release(wanted uuid, officer uuid)
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    released cases_case := cases_require_hold(wanted, officer, null, null);
begin
    update cases_case as named set version = named.version + 1,
        handler = case when named.handler = officer and named.state in ('reviewing', 'waiting_reporter', 'ready') then null else named.handler end
    where named.id = released.id;
    perform cases_end_holds(wanted, officer, officer, 'released');
    perform cases_changed(wanted, officer, 'released');
end $$;
