-- Who looked at this officer's looks: supervisors' trails that were asked for by officer or by one look of his, or that showed a look of his,
-- whatever they asked for (a person, a ground, a time, a check code), as far as their answers are of the last year; and reviews of his looks
-- and of his findings that nobody used. What a page showed is what was kept of it (audit_answer).
create or replace function oversight_looks_at_officer(officer uuid)
    returns table (seen_at timestamptz, seen_by text, what text, outcome text, ground_kind text)
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select seen.* from (
        select one.begun_at, supervisor.name,
            case when one.query ? 'look' then 'look' when one.query ? 'code' then 'code'
                when one.query ->> 'officer' = oversight_looks_at_officer.officer::text then 'trail'
                when one.query ? 'exact' then 'person' when one.query ? 'reference' then 'ground' else 'time' end, null::text, basis.kind
        from audit_look as one
        join sign_in_user as supervisor on supervisor.id = one.officer
        left join audit_ground as basis on basis.id = one.ground
        where one.officer in (select held.user_id from accounts_holding as held where held.role = 'pengawas')
          and one.officer <> oversight_looks_at_officer.officer and one.purpose = 'trail'
          and (one.query ->> 'officer' = oversight_looks_at_officer.officer::text
            or exists (select from audit_look as looked_at
                where looked_at.id = oversight_look_meant(oversight_uuid(one.query ->> 'look')) and looked_at.officer = oversight_looks_at_officer.officer)
            or one.begun_at > clock_timestamp() - interval '1 year' and exists (select from audit_answer as kept where kept.look = one.id
                and (kept.answer -> 'looks' @> jsonb_build_array(jsonb_build_object('officer', oversight_looks_at_officer.officer))
                    or kept.answer @> jsonb_build_array(jsonb_build_object('look', jsonb_build_object('officer', oversight_looks_at_officer.officer))))))
        union all
        select review.reviewed_at, supervisor.name, 'review', review.outcome, null
        from oversight_review as review
        join sign_in_user as supervisor on supervisor.id = review.reviewer
        where exists (select from audit_look as looked_at where looked_at.id = review.look and looked_at.officer = oversight_looks_at_officer.officer)
            or exists (select from audit_ground as basis where basis.id = review.finding and oversight_looks_at_officer.officer = any (basis.officers))
        ) as seen (seen_at, seen_by, what, outcome, ground_kind)
    order by seen.seen_at desc
    limit 50
$$;
