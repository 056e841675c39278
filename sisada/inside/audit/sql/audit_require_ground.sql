-- The ground, if it is in force now and names this officer; else an exception. Called by the functions that make looks; never granted.
create or replace function audit_require_ground(ground uuid, officer uuid)
    returns audit_ground
    language plpgsql stable
    security definer set search_path = public, pg_temp
as $$
declare
    basis audit_ground;
begin
    select * into basis from audit_ground as published where published.id = ground;
    if basis.id is null or not officer = any (basis.officers)
        or clock_timestamp() not between basis.valid_from and basis.valid_until
        or exists (select from audit_ground_end as ended where ended.ground = basis.id and ended.ended_at <= clock_timestamp()) then
        raise exception 'look.ground-not-in-force' using errcode = 'LK001';
    end if;
    return basis;
end $$;
