-- The officer's look on this subject, on this device, that is still open; no row: none, begin one. Tells no personal value.
create or replace function audit_open_look(officer uuid, device uuid, subject uuid)
    returns table (look uuid, ground uuid, begun_at timestamptz)
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select open.id, open.ground, open.begun_at
    from audit_look as open
    join audit_ground as basis on basis.id = open.ground
    where open.officer = audit_open_look.officer
      and open.subject = audit_open_look.subject
      and open.device = audit_open_look.device
      and open.purpose = 'card'
      and open.begun_at > clock_timestamp() - interval '1 hour'  -- no look lasts longer (audit/dated_rules.py): where the index begins to read
      and clock_timestamp() < least(open.valid_until, basis.valid_until)
      and not exists (select from audit_ground_end as ended where ended.ground = basis.id)
      and not exists (select from audit_look_end as ended where ended.look = open.id)
    order by open.begun_at desc
    limit 1
$$;
