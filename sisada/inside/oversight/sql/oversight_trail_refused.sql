-- One page of what was refused, newest first, by the same question as oversight_trail, under the same look.
create or replace function oversight_trail_refused(look uuid, officer uuid)
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
        'looks', (select coalesce(jsonb_agg(oversight_refusal(refused.id) order by refused.refused_at desc, oversight_refusal_place(refused.id) desc), '[]')
            from oversight_refusals_asked(asked.query, persons, 50) as refused)) into answer;
    check_code := audit_keep_answer(asked.id, answer);
    return next;
end $$;
