-- Whom the number in a trail's question means: exactly that number, of a document, a permit or the person. That it was meant is kept, since
-- the trail of a person also shows who read it. Called by the functions that return trails; never granted.
create or replace function oversight_persons_asked(asked audit_look)
    returns uuid[]
    language sql volatile
    security definer set search_path = public, pg_temp
as $$
    with meant as (
        select distinct number.person_id as person from lookup_number as number where number.exact = asked.query ->> 'exact'),
    kept as (
        insert into oversight_asked_person (look, person) select asked.id, meant.person from meant on conflict do nothing)
    select coalesce(array_agg(meant.person), '{}') from meant
$$;
