-- One refusal as a trail shows it, in the shape of oversight_look: who, when, on which ground, for what, whom he asked for, and the code that says
-- why not. It has no id, since there is nothing to open: nobody was disclosed. Never granted.
create or replace function oversight_refusal(refusal bigint)
    returns jsonb
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select jsonb_build_object(
        'id', null, 'place', oversight_refusal_place(refused.id), 'officer', refused.officer, 'officer_name', officer.name, 'device', device.label,
        'purpose', refused.purpose, 'begun_at', refused.refused_at, 'valid_until', refused.refused_at, 'continues', false, 'query', refused.query,
        'asked_officer', (select asked.name from sign_in_user as asked where refused.purpose = 'trail' and asked.id = oversight_uuid(refused.query ->> 'officer')),
        'ground', jsonb_build_object('id', coalesce(refused.ground, one.ground), 'kind', coalesce(basis.kind, ''), 'reference', coalesce(basis.reference, ''), 'place', coalesce(basis.place, '')),
        'subject', case when coalesce(refused.subject, one.subject) is not null then oversight_person(coalesce(refused.subject, one.subject)) end,
        'shown', '[]'::jsonb, 'answers', '[]'::jsonb, 'ended_at', null, 'case', null, 'review', null, 'refused', refused.code)
    from audit_refusal as refused
    left join audit_look as one on one.id = refused.look
    left join audit_ground as basis on basis.id = coalesce(refused.ground, one.ground)  -- null: none was chosen
    left join sign_in_user as officer on officer.id = refused.officer
    left join sign_in_device as device on device.id = coalesce(refused.device, one.device)
    where refused.id = oversight_refusal.refusal
$$;
