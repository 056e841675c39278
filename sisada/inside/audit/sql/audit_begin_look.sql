-- Commit to a look: who, on which device, on which ground, for what. Called by audit/looks.py on a connection of its own
-- in autocommit, so the row is durable when this returns. The only way a row gets into audit_look.
create or replace function audit_begin_look(officer uuid, device uuid, ground uuid, purpose text, subject uuid, query jsonb)
    returns uuid
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    basis audit_ground;
    look uuid;
begin
    select * into basis from audit_ground where id = audit_begin_look.ground;
    if basis.id is null or not officer = any (basis.officers)
        or clock_timestamp() not between basis.valid_from and basis.valid_until then
        raise exception 'look.ground-not-in-force' using errcode = 'LK001';
    end if;
    if not purpose = any (basis.purposes) then
        raise exception 'look.purpose-not-covered' using errcode = 'LK001';
    end if;
    if purpose = 'card' and (subject is null or not subject = any (coalesce(basis.persons, array[subject]))) then
        raise exception 'look.person-not-covered' using errcode = 'LK001';
    end if;
    if purpose = 'area-list' and not audit_area_covered(query ->> 'kelurahan', basis.area_codes) then
        raise exception 'look.area-not-covered' using errcode = 'LK001';
    end if;
    if not exists (select from sign_in_device as known where known.id = device and known.user_id = officer and known.revoked_at is null) then
        raise exception 'look.device-unknown' using errcode = 'LK001';
    end if;
    insert into audit_look (officer, device, ground, purpose, subject, query)
    values (officer, device, ground, purpose, subject, query)
    returning id into look;
    return look;
end $$;
