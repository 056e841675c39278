-- One look as a trail shows it: who, when, on which ground, for what, whom it disclosed, what was asked. Its id only once it is over: whoever
-- knows the id of an open look could read under it. `place` orders looks of the same instant. Never granted.
create or replace function oversight_look(look uuid)
    returns jsonb
    language sql volatile
    security definer set search_path = public, pg_temp
as $$
    select jsonb_build_object(
        'id', case when one.valid_until <= clock_timestamp() or exists (select from audit_look_end as over where over.look = one.id) then one.id end,
        'place', md5(one.id::text), 'officer', one.officer, 'officer_name', officer.name, 'device', device.label, 'purpose', one.purpose, 'begun_at', one.begun_at, 'valid_until', one.valid_until,
        'continues', one.continues is not null, 'query', one.query,
        'asked_officer', (select asked.name from sign_in_user as asked where one.purpose = 'trail' and asked.id = oversight_uuid(one.query ->> 'officer')),
        'ground', jsonb_build_object('id', one.ground, 'kind', coalesce(basis.kind, ''), 'reference', coalesce(basis.reference, ''), 'place', coalesce(basis.place, '')),
        'subject', case when one.subject is not null then oversight_person(one.subject) end,
        'shown', (select coalesce(jsonb_agg(oversight_person(shown.person) order by shown.place, shown.person), '[]') from (
            select listed.person, listed.place from audit_look_shown as listed where listed.look = one.id and listed.person is not null
            union all select meant.person, 0 from oversight_asked_person as meant where meant.look = one.id and meant.person is not null) as shown (person, place)),
        'answers', (select coalesce(jsonb_agg(jsonb_build_object('at', given.answered_at, 'code', given.check_code) order by given.answered_at), '[]')
            from audit_answer as given where given.look = one.id),
        'ended_at', (select ended.ended_at from audit_look_end as ended where ended.look = one.id),
        'case', (select drawn.why from oversight_case as drawn where drawn.look = one.id),
        'review', (select jsonb_build_object('outcome', review.outcome, 'remark', review.remark, 'by', reviewer.name, 'at', review.reviewed_at)
            from oversight_review as review join sign_in_user as reviewer on reviewer.id = review.reviewer
            where review.look = one.id order by review.reviewed_at desc limit 1))
    from audit_look as one
    left join audit_ground as basis on basis.id = one.ground  -- there always is one; were there none, the look must show all the same
    left join sign_in_user as officer on officer.id = one.officer
    left join sign_in_device as device on device.id = one.device
    where one.id = oversight_look.look
$$;
