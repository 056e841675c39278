-- What waits for review: the looks that were drawn, and a decoy's from the moment it was opened; never one that is still open, save a decoy's,
-- which its alert names already: whoever knows the id of an open look could read under it. Never granted.
create or replace function oversight_unreviewed()
    returns table (look uuid, drawn_at timestamptz, why text)
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select come.look, come.drawn_at, come.why from (
        select drawn.look, drawn.drawn_at, drawn.why from oversight_case as drawn
        union all
        select told.subject, min(told.visible_from), 'decoy' from waiting_notice as told
        where told.kind = 'decoy' and not exists (select from oversight_case as drawn where drawn.look = told.subject)
        group by told.subject) as come (look, drawn_at, why)
    join audit_look as one on one.id = come.look
    where (come.why = 'decoy' or one.valid_until <= clock_timestamp())
      and not exists (select from oversight_review as review where review.look = come.look)
$$;
