-- It was looked for somebody, and nobody fits: that stands in the case, too.
create or replace function cases_link_nobody(wanted uuid, officer uuid)
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    linking cases_case := cases_require_hold(wanted, officer, null, null);
begin
    perform cases_require_state(linking, array['reviewing', 'waiting_reporter', 'awaiting_second', 'ready']);
    if exists (select from cases_person where "case" = wanted and person is not null) then
        raise exception 'case.linked-already' using errcode = 'LK001';
    end if;
    insert into cases_person ("case", by) values (wanted, officer) on conflict do nothing;
    perform cases_changed(wanted, officer, 'linked-nobody');
end $$;
