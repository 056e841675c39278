-- One page of looks, newest first, by what the look's query asks: a person's number, an officer, a ground, a stretch of time, one look.
-- Called by oversight/trail.py under a look for a trail. What each look disclosed is named, since that is what is being supervised.
create or replace function oversight_trail(look uuid, officer uuid)
    returns table (answer jsonb, check_code text)
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    asked audit_look := audit_require_look(look, officer, 'trail');
    persons uuid[];
begin
    perform oversight_require_ground(asked, 'review');
    if asked.query ->> 'exact' is not null then
        persons := oversight_persons_asked(asked);
    end if;
    select jsonb_build_object(
        'persons', case when persons is not null then (select coalesce(jsonb_agg(oversight_person(meant)), '[]') from unnest(persons) as meant) end,
        'looks', (select coalesce(jsonb_agg(oversight_look(found.id) order by found.begun_at desc, md5(found.id::text) desc), '[]')
            from oversight_looks_asked(asked.query, persons, 50) as found)) into answer;
    check_code := audit_keep_answer(asked.id, answer);
    return next;
end $$;
