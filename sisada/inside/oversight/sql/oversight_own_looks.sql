-- An officer's own looks, newest first: when, on which ground, for what, how many it showed; nobody's name. His trail is about himself.
create or replace function oversight_own_looks(officer uuid)
    returns table (begun_at timestamptz, purpose text, ground_kind text, reference text, shown bigint, device text)
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select one.begun_at, one.purpose, basis.kind, basis.reference,
        case when one.purpose = 'case' then 0 when one.subject is not null then 1 else (select count(*) from audit_look_shown as shown where shown.look = one.id)
            + (select count(*) from oversight_asked_person as meant where meant.look = one.id) end, device.label
    from audit_look as one
    join audit_ground as basis on basis.id = one.ground
    left join sign_in_device as device on device.id = one.device
    where one.officer = oversight_own_looks.officer and one.continues is null
    order by one.begun_at desc
    limit 50
$$;
