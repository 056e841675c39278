-- Who looked at this officer's looks: trails that were asked for by officer, and reviews of single looks of his.
create or replace function oversight_looks_at_officer(officer uuid)
    returns table (seen_at timestamptz, seen_by text, what text, outcome text)
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select seen.* from (
        select one.begun_at, supervisor.name, 'trail', null::text
        from audit_look as one join sign_in_user as supervisor on supervisor.id = one.officer
        where one.purpose = 'trail' and one.query ->> 'officer' = oversight_looks_at_officer.officer::text
        union all
        select review.reviewed_at, supervisor.name, 'review', review.outcome
        from oversight_review as review
        join audit_look as reviewed on reviewed.id = review.look and reviewed.officer = oversight_looks_at_officer.officer
        join sign_in_user as supervisor on supervisor.id = review.reviewer) as seen (seen_at, seen_by, what, outcome)
    order by seen.seen_at desc
    limit 50
$$;
