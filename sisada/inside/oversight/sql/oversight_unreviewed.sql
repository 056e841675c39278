-- What waits for review: what was drawn, and a decoy's look from the moment it was opened; each by the case's own id, which pages and notices show
-- instead of the look's. No other look that is still open: an officer at work is not looked over the shoulder. `people`: whose doing it is, who
-- therefore does not review it. Never granted.
create or replace function oversight_unreviewed()
    returns table (id uuid, look uuid, finding uuid, drawn_at timestamptz, why text, people uuid[])
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select come.id, come.look, null::uuid, come.drawn_at, come.why, array[one.officer] from (
        select drawn.id, drawn.look, drawn.drawn_at, drawn.why from oversight_case as drawn
        union all
        select opened.id, opened.look, opened.opened_at, 'decoy' from audit_decoy_opened as opened
        where not exists (select from oversight_case as drawn where drawn.look = opened.look)) as come (id, look, drawn_at, why)
    join audit_look as one on one.id = come.look
    where (come.why = 'decoy' or one.valid_until <= clock_timestamp())
      and not exists (select from oversight_review as review where review.look = come.look)
    union all
    select drawn.id, null, drawn.finding, drawn.drawn_at, drawn.why, array_remove(basis.officers || basis.published_by, null)
    from oversight_case as drawn join audit_ground as basis on basis.id = drawn.finding
    where not exists (select from oversight_review as review where review.finding = drawn.finding)
$$;
