-- One page of looks and of refusals among them, newest first, by what the look's query asks: a person's number, an officer, a ground, a stretch of
-- time, one look; and how many refusals the whole question has. Called by oversight/trail.py under a look for a trail. What each look disclosed is
-- named, since that is what is being supervised.
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
        'persons', oversight_persons_named(persons),
        'refusals', (select count(*) from oversight_refusals_asked(asked.query - 'before', persons, null)),
        'looks', (select coalesce(jsonb_agg(coalesce(oversight_look(newest.look), oversight_refusal(newest.refusal)) order by newest.at desc, newest.place desc), '[]')
            from (
                select one.begun_at, md5(one.id::text), one.id, null::bigint from oversight_looks_asked(asked.query, persons, 50) as one
                union all
                select refused.refused_at, oversight_refusal_place(refused.id), null, refused.id from oversight_refusals_asked(asked.query, persons, 50) as refused
                order by 1 desc, 2 desc limit 50) as newest (at, place, look, refusal))) into answer;
    check_code := audit_keep_answer(asked.id, answer);
    return next;
end $$;
