-- The desk proposes the change upstream: the signed file is kept with the discrepancy, which from now on waits for the link to bring it.
create or replace function cases_propose(wanted uuid, officer uuid, seen integer, signed text)
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    proposed cases_case := cases_require_hold(wanted, officer, 'handler', seen);
begin
    update cases_discrepancy as different set state = 'proposed', proposed_at = clock_timestamp(), proposed_by = officer, proposal = signed
    where different."case" = wanted and different.state = 'open';
    if not found then
        raise exception 'case.not-now' using errcode = 'LK001';
    end if;
    update cases_case as named set version = named.version + 1 where named.id = wanted;
    perform cases_changed(wanted, officer, 'proposed');
end $$;
