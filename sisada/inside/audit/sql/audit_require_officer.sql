-- May this officer look for this purpose today: on a device of his, not suspended, and in a role that does so? Else an exception. A ground names
-- officers for days; whoever was suspended or lost his role meanwhile is named by it still. Called by the functions that make looks; never granted.
create or replace function audit_require_officer(officer uuid, device uuid, purpose text)
    returns void
    language plpgsql stable
    security definer set search_path = public, pg_temp
as $$
begin
    if not audit_officer_stays(officer, device, clock_timestamp()) then
        raise exception 'look.device-unknown' using errcode = 'LK001';
    end if;
    if accounts_capacity_in(officer, case purpose
            when 'trail' then array['pengawas', 'meja']
            when 'search' then array['petugas', 'atasan', 'meja', 'kepala', 'pengawas']  -- the supervisor: for somebody who asks for his own trail
            else array['petugas', 'atasan', 'meja', 'kepala'] end) is null then
        raise exception 'look.no-role' using errcode = 'LK001';
    end if;
end $$;
