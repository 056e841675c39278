-- Whether the mirror has this person at this place on this day. No: it has no address of that day, or none that may be it. Null: it cannot be
-- said, since one of the two gives no kelurahan and no name fits. Never granted.
create or replace function cases_lives_at(of_person uuid, on_day date, in_kelurahan text, place text)
    returns boolean
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    with compared as (
        select cases_same_place(address.kelurahan_code, array[address.building, address.street,
            case when address.building is null and address.street is null then address.as_written end], in_kelurahan, place) as same
        from registry_address as address
        where address.person_id = of_person and on_day between address.valid_from and coalesce(address.valid_until, 'infinity'))
    select case when bool_or(same) then true when count(*) filter (where same is null) > 0 then null else false end from compared
$$;
