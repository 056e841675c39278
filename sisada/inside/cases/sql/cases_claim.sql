-- Take a case into one's hands; the ground under which it is read. A new one is under review from now on, an older one stays what it is: a
-- closed case may be read again. Two at once: the second waits here, and is told that somebody holds it.
create or replace function cases_claim(wanted uuid, officer uuid)
    returns uuid
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    claimed cases_case;
    held cases_hold;
begin
    perform cases_require_role(officer, array['meja', 'atasan', 'kepala']);
    claimed := cases_lock(wanted);
    select * into held from cases_holds(wanted) as hold where hold.kind = 'handler';
    if held.officer = cases_claim.officer then
        return held.id;
    elsif held.id is not null then
        raise exception 'case.held-by-other' using errcode = 'LK001';
    elsif not cases_may_handle(claimed, officer) then
        raise exception 'case.for-another' using errcode = 'LK001';
    end if;
    update cases_case as named set handler = case when named.state in ('closed', 'awaiting_second') then named.handler else cases_claim.officer end,
        state = case named.state when 'new' then 'reviewing' else named.state end, version = named.version + 1
    where named.id = wanted;
    perform waiting_end(wanted, officer);
    perform cases_changed(wanted, officer, 'claimed');
    return cases_open_hold(claimed, officer, 'handler', officer);
end $$;
