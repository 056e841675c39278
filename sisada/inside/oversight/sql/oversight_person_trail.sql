-- The trail of one person for himself: when, in which role of which office, for what, on which ground. The officer's name is left out: it is
-- somebody else's personal data. Looks under a direct finding or a report, and under an order that names the person, come only after the days
-- of a dated rule, and nothing tells that they are missing: an investigation must not be told of by its trail.
-- Pages that stayed open are one look. Source: Law 27/2022 art. 32(1), 33.
create or replace function oversight_person_trail(look uuid, officer uuid)
    returns table (answer jsonb, check_code text)
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    asked audit_look := audit_require_look(look, officer, 'trail');
    meant uuid[];
    told_before timestamptz := clock_timestamp() - make_interval(days => rules_integer('audit.trail-delay-days'));
begin
    perform oversight_require_ground(asked, 'own-request');
    meant := oversight_persons_asked(asked);
    if cardinality(meant) <> 1 then  -- nobody, or a number that two people have: the page asks for another one
        answer := jsonb_build_object('found', cardinality(meant));
    else
        select jsonb_build_object('found', 1, 'person', oversight_person(meant[1]) - 'decoy' - 'id', 'looks', coalesce(jsonb_agg(jsonb_build_object(
                'at', told.begun_at, 'purpose', told.purpose, 'ground', told.kind, 'reference', case when told.kind = 'order' then told.reference end,
                'role', told.role) order by told.begun_at desc, told.id), '[]')) into answer
        from (
            select one.id, one.begun_at, one.purpose, basis.kind, basis.reference, oversight_role_at(one.officer, one.begun_at) as role
            from oversight_looks_about(meant) as about (id)
            join audit_look as one on one.id = about.id and one.continues is null
            join audit_ground as basis on basis.id = one.ground
            where one.begun_at < told_before or not (basis.kind in ('finding', 'case') or meant[1] = any (coalesce(basis.persons, '{}')))
            order by one.begun_at desc limit 1000) as told;
    end if;
    check_code := audit_keep_answer(asked.id, answer);
    return next;
end $$;
