-- What waits for review, opened decoys before all else and then oldest first, at most 50 after a case: whose look or unused finding, when, for what, on which kind of ground, why it was
-- drawn. It names no foreign national, so no look of its own is needed; whom the look showed is read in its trail. Not one's own doing.
create or replace function oversight_queue(supervisor uuid, after_case uuid)
    returns table (id uuid, drawn_at timestamptz, why text, begun_at timestamptz, purpose text, officer_name text, ground_kind text, reference text)
    language plpgsql stable
    security definer set search_path = public, pg_temp
as $$
declare
    last record;
begin
    perform oversight_require_supervisor(supervisor);
    select waiting.why <> 'decoy' as ordinary, waiting.drawn_at, waiting.id into last from oversight_unreviewed() as waiting where waiting.id = after_case;
    return query
    select drawn.id, drawn.drawn_at, drawn.why, coalesce(one.begun_at, basis.valid_from), coalesce(one.purpose, ''), officer.name::text, basis.kind, basis.reference
    from oversight_unreviewed() as drawn
    left join audit_look as one on one.id = drawn.look
    join audit_ground as basis on basis.id = coalesce(one.ground, drawn.finding)
    left join sign_in_user as officer on officer.id = drawn.people[1]
    where not supervisor = any (drawn.people) and (last.id is null or (drawn.why <> 'decoy', drawn.drawn_at, drawn.id) > (last.ordinary, last.drawn_at, last.id))
    order by drawn.why <> 'decoy', drawn.drawn_at, drawn.id
    limit 50;
end $$;
