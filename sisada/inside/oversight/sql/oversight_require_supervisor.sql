-- This officer is a privacy supervisor today, or an exception. Never granted.
create or replace function oversight_require_supervisor(officer uuid)
    returns void
    language plpgsql stable
    security definer set search_path = public, pg_temp
as $$
begin
    if accounts_capacity_in(officer, array['pengawas']) is null then
        raise exception 'oversight.not-for-this-role' using errcode = 'LK001';
    end if;
end $$;
