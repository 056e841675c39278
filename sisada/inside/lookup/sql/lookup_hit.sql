-- One result row: name, sex, birth year, nationality, where, and what the stay is judged by. Called by lookup_hits only.
create or replace function lookup_hit(person uuid)
    returns jsonb
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select jsonb_build_object(
        'id', subject.id,
        'name', (
            select jsonb_build_object('primary', name.primary_name, 'secondary', name.secondary_name)
            from registry_name as name where name.person_id = subject.id
            order by (name.kind = 'passport') desc, name.valid_from desc nulls last limit 1),
        'sex', subject.sex,
        'birth_year', coalesce(extract(year from subject.birth_date)::integer, subject.birth_year),
        'nationality', subject.nationality,
        'office_code', subject.office_code,
        'address', (
            select jsonb_build_object('kelurahan_code', address.kelurahan_code, 'street', address.street, 'building', address.building,
                'tower', address.tower, 'floor', address.floor, 'unit', address.unit)
            from registry_address as address where address.person_id = subject.id and address.valid_until is null
            order by address.valid_from desc limit 1),
        'stay', registry_stay_facts(subject.id))
    from registry_person as subject where subject.id = person
$$;
