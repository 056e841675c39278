-- The card's content as one jsonb. Called by lookup_card only, never granted.
create or replace function lookup_person_card(person uuid)
    returns jsonb
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select jsonb_build_object(
        'id', subject.id,
        'niora', subject.niora,
        'sex', subject.sex,
        'birth_date', subject.birth_date,
        'birth_year', subject.birth_year,
        'birth_place', subject.birth_place,
        'nationality', subject.nationality,
        'office_code', subject.office_code,
        'source_at', subject.source_at,
        'stay', registry_stay_facts(subject.id),
        'marks', (
            select coalesce(jsonb_agg(jsonb_build_object('kind', mark.kind, 'about', mark.about, 'since', mark.since) order by mark.since, mark.id), '[]')
            from lookup_mark as mark where mark.person = subject.id and mark.until is null),
        'photo', (
            select encode(sha256(photo.image), 'hex') from registry_photo as photo where photo.person_id = subject.id
            order by photo.taken_on desc nulls last limit 1),
        'names', (
            select coalesce(jsonb_agg(jsonb_build_object('primary', name.primary_name, 'secondary', name.secondary_name, 'kind', name.kind,
                'valid_from', name.valid_from, 'valid_until', name.valid_until)
                order by (name.kind = 'passport') desc, name.valid_from desc nulls last), '[]')
            from registry_name as name where name.person_id = subject.id),
        'documents', (
            select coalesce(jsonb_agg(jsonb_build_object('kind', document.kind, 'number', document.number, 'issuer', document.issuer,
                'nationality', document.nationality, 'issued_on', document.issued_on, 'valid_until', document.valid_until, 'state', document.state)
                order by (document.state = 'valid') desc, document.issued_on desc nulls last), '[]')
            from registry_travel_document as document where document.person_id = subject.id),
        'visas', (
            select coalesce(jsonb_agg(jsonb_build_object('number', visa.number, 'index_code', visa.index_code, 'issued_on', visa.issued_on,
                'valid_until', visa.valid_until) order by visa.issued_on desc), '[]')
            from registry_visa as visa where visa.person_id = subject.id),
        'reentry_permits', (
            select coalesce(jsonb_agg(jsonb_build_object('number', permit.number, 'valid_from', permit.valid_from, 'valid_until', permit.valid_until)
                order by permit.valid_from desc), '[]')
            from registry_reentry_permit as permit where permit.person_id = subject.id),
        'guarantors', (
            select coalesce(jsonb_agg(jsonb_build_object('role', guarantee.role, 'valid_from', guarantee.valid_from, 'valid_until', guarantee.valid_until,
                'kind', guarantor.kind, 'name', guarantor.name, 'phone', guarantor.phone, 'address', guarantor.address)
                order by guarantee.valid_until desc nulls first, guarantee.valid_from desc), '[]')
            from registry_guarantee as guarantee left join registry_guarantor as guarantor on guarantor.id = guarantee.guarantor_id
            where guarantee.person_id = subject.id),
        'addresses', (
            select coalesce(jsonb_agg(jsonb_build_object('street', address.street, 'building', address.building, 'tower', address.tower,
                'floor', address.floor, 'unit', address.unit, 'rt', address.rt, 'rw', address.rw, 'kelurahan_code', address.kelurahan_code,
                'as_written', address.as_written, 'valid_from', address.valid_from, 'valid_until', address.valid_until)
                order by address.valid_until desc nulls first, address.valid_from desc), '[]')
            from registry_address as address where address.person_id = subject.id),
        'crossings', (
            select coalesce(jsonb_agg(jsonb_build_object('direction', crossing.direction, 'crossed_at', crossing.crossed_at,
                'checkpoint', crossing.checkpoint) order by crossing.crossed_at desc), '[]')
            from (select * from registry_crossing as latest where latest.person_id = subject.id order by latest.crossed_at desc limit 10) as crossing),
        'watch_entries', (
            select coalesce(jsonb_agg(jsonb_build_object('kind', entry.kind, 'instruction', entry.instruction, 'valid_from', entry.valid_from,
                'valid_until', entry.valid_until) order by entry.valid_from desc), '[]')
            from registry_watch_entry as entry where entry.person_id = subject.id))
    from registry_person as subject where subject.id = person
$$;
