-- What waits for review, oldest first, at most 50 after a case: whose look, when, for what, on which kind of ground, why it was drawn. It names no
-- foreign national, so no look of its own is needed; whom the look showed is read in its trail. Not one's own looks.
create or replace function oversight_queue(supervisor uuid, after_case uuid)
    returns table (id uuid, drawn_at timestamptz, why text, begun_at timestamptz, purpose text, officer_name text, ground_kind text, reference text)
    language plpgsql stable
    security definer set search_path = public, pg_temp
as $$
declare
    last record;
begin
    perform oversight_require_supervisor(supervisor);
    select waiting.drawn_at, waiting.id into last from oversight_unreviewed() as waiting where waiting.id = after_case;
    return query
    select drawn.id, drawn.drawn_at, drawn.why, one.begun_at, one.purpose, officer.name::text, basis.kind, basis.reference
    from oversight_unreviewed() as drawn
    join audit_look as one on one.id = drawn.look and one.officer <> supervisor
    join audit_ground as basis on basis.id = one.ground
    left join sign_in_user as officer on officer.id = one.officer
    where last.id is null or (drawn.drawn_at, drawn.id) > (last.drawn_at, last.id)
    order by drawn.drawn_at, drawn.id
    limit 50;
end $$;
