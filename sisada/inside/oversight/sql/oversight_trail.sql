-- One page of looks, newest first, by what the look's query asks: a person, an officer, a ground, a stretch of time, a check code's look.
-- Called by oversight/trail.py under a look for a trail. What each look disclosed is named, since that is what is being supervised.
create or replace function oversight_trail(look uuid, officer uuid)
    returns table (answer jsonb, check_code text)
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    asked audit_look := audit_require_look(look, officer, 'trail');
begin
    select coalesce(jsonb_agg(oversight_look(found.id) order by found.begun_at desc, found.id), '[]') into answer
    from (
        select one.id, one.begun_at from oversight_looks_asked(asked.query, asked.subject) as one
        order by one.begun_at desc, one.id limit 50) as found;
    check_code := audit_keep_answer(asked.id, answer);
    return next;
end $$;
