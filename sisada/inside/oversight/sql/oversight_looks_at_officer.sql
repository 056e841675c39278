-- Who looked at this officer's looks: trails that were asked for by officer, single looks of his that were opened, and reviews of them and of his
-- findings that nobody used.
create or replace function oversight_looks_at_officer(officer uuid)
    returns table (seen_at timestamptz, seen_by text, what text, outcome text)
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select seen.* from (
        select one.begun_at, supervisor.name, case when one.query ? 'look' then 'look' else 'trail' end, null::text
        from audit_look as one join sign_in_user as supervisor on supervisor.id = one.officer
        where one.purpose = 'trail' and (one.query ->> 'officer' = oversight_looks_at_officer.officer::text
            or exists (select from audit_look as looked_at
                where looked_at.id = oversight_look_meant(oversight_uuid(one.query ->> 'look')) and looked_at.officer = oversight_looks_at_officer.officer))
        union all
        select review.reviewed_at, supervisor.name, 'review', review.outcome
        from oversight_review as review
        join sign_in_user as supervisor on supervisor.id = review.reviewer
        where exists (select from audit_look as looked_at where looked_at.id = review.look and looked_at.officer = oversight_looks_at_officer.officer)
            or exists (select from audit_ground as basis where basis.id = review.finding and oversight_looks_at_officer.officer = any (basis.officers))) as seen (seen_at, seen_by, what, outcome)
    order by seen.seen_at desc
    limit 50
$$;
