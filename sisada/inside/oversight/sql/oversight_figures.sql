-- Numbers for the head of Audit: they name nobody and need no look. Looks since an instant; what waits for review; decoys opened and not yet
-- reviewed; and the reviews since another instant, by outcome.
create or replace function oversight_figures(looks_since timestamptz, reviews_since timestamptz)
    returns table (looks bigint, waiting bigint, decoys bigint, justified bigint, unclear bigint, misuse bigint)
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select
        (select count(*) from audit_look as one where one.begun_at >= looks_since and one.continues is null),
        (select count(*) from oversight_unreviewed()),
        (select count(*) from oversight_unreviewed() as unreviewed where unreviewed.why = 'decoy'),
        count(*) filter (where newest.outcome = 'justified'), count(*) filter (where newest.outcome = 'unclear'), count(*) filter (where newest.outcome = 'misuse')
    from (
        select distinct on (coalesce(review.look, review.finding)) review.outcome from oversight_review as review
        where review.reviewed_at >= reviews_since order by coalesce(review.look, review.finding), review.reviewed_at desc) as newest
$$;
