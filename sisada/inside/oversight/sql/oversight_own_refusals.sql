-- What an officer himself was refused, newest first: when, for what, on which ground (null: none was chosen), and why not; nobody's name.
create or replace function oversight_own_refusals(officer uuid)
    returns table (refused_at timestamptz, purpose text, ground_kind text, reference text, device text, code text)
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select refused.refused_at, refused.purpose, basis.kind, basis.reference, device.label, refused.code
    from audit_refusal as refused
    left join audit_look as one on one.id = refused.look
    left join audit_ground as basis on basis.id = coalesce(refused.ground, one.ground)
    left join sign_in_device as device on device.id = coalesce(refused.device, one.device)
    where refused.officer = oversight_own_refusals.officer
    order by refused.refused_at desc
    limit 50
$$;
