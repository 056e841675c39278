-- Give a case to a colleague, who is told.
create or replace function cases_hand_over(wanted uuid, officer uuid, to_officer uuid)
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    given cases_case := cases_require_hold(wanted, officer, 'handler', null);
begin
    if accounts_capacity_in(to_officer, array['meja', 'atasan', 'kepala']) is null or not cases_may_handle(given, to_officer) or to_officer = officer then
        raise exception 'case.not-for-them' using errcode = 'LK001';
    end if;
    perform cases_end_holds(wanted, officer, officer, 'handed-over');
    perform cases_open_hold(given, to_officer, 'handler', officer);
    update cases_case as named set handler = to_officer, version = named.version + 1 where named.id = wanted;
    perform waiting_tell(to_officer, 'case-given', wanted, clock_timestamp());
    perform cases_changed(wanted, officer, 'handed-over');
end $$;
