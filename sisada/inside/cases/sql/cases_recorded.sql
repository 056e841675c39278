-- What the mirror says now in one field of a person, as a human reads it; a kelurahan as its code in brackets. Null: nothing. Never granted.
create or replace function cases_recorded(of_person uuid, field text)
    returns text
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select case field
        when 'address' then (
            select concat_ws(' ', nullif(concat_ws(', ', address.building, address.tower, address.floor, address.unit, address.street,
                'RT ' || address.rt, 'RW ' || address.rw), ''), '[' || address.kelurahan_code || ']')
            from registry_address as address where address.person_id = of_person and address.valid_until is null
            order by address.valid_from desc, address.id limit 1)
        when 'name' then (
            select concat_ws(', ', name.primary_name, name.secondary_name) from registry_name as name where name.person_id = of_person
            order by (name.kind = 'passport') desc, name.valid_from desc nulls last, name.id limit 1)
        when 'birth_date' then (
            select coalesce(subject.birth_date::text, subject.birth_year::text) from registry_person as subject where subject.id = of_person)
        when 'document' then (
            select document.number from registry_travel_document as document where document.person_id = of_person
            order by (document.state = 'valid') desc, document.issued_on desc nulls last, document.id limit 1)
        when 'permit' then (
            select permit.number from registry_stay_permit as permit where permit.person_id = of_person
            order by permit.valid_from desc, permit.id limit 1)
        when 'sponsor' then (
            select guarantor.name from registry_guarantee as guarantee join registry_guarantor as guarantor on guarantor.id = guarantee.guarantor_id
            where guarantee.person_id = of_person and guarantee.valid_until is null order by guarantee.valid_from desc, guarantor.id limit 1)
        when 'left' then (
            select case last.direction when 'out' then 'gone' else 'here' end from registry_crossing as last where last.person_id = of_person
            order by last.crossed_at desc limit 1)
    end
$$;
