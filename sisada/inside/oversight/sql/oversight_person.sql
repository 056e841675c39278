-- A person as a trail names one: id, name, NIORA; the id alone when the mirror no longer has the row. Never granted.
create or replace function oversight_person(person uuid)
    returns jsonb
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select jsonb_build_object('id', oversight_person.person,
        'niora', (select subject.niora from registry_person as subject where subject.id = oversight_person.person),
        'name', (select concat_ws(', ', name.primary_name, name.secondary_name) from registry_name as name
            where name.person_id = oversight_person.person order by (name.kind = 'passport') desc, name.valid_from desc nulls last limit 1),
        'decoy', exists (select from audit_decoy as decoy where decoy.person = oversight_person.person))
$$;
