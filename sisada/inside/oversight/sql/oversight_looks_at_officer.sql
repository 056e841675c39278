-- Who looked at this officer's looks: trails that were asked for by officer, single looks of his that were opened, and reviews of them.
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
        join audit_look as reviewed on reviewed.id = review.look and reviewed.officer = oversight_looks_at_officer.officer
        join sign_in_user as supervisor on supervisor.id = review.reviewer) as seen (seen_at, seen_by, what, outcome)
    order by seen.seen_at desc
    limit 50
$$;
