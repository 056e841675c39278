-- The officer's look on this subject, on this device, that is still open; no row: none, begin one. Tells no personal value.
-- Only looks under the ground of the newest count: where that ground has ended, an older look under another (a tab that was just closed)
-- does not keep the page open.
create or replace function audit_open_look(officer uuid, device uuid, subject uuid)
    returns table (look uuid, ground uuid, begun_at timestamptz)
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    with lately as (
        select one.id, one.ground, one.begun_at, one.valid_until from audit_look as one
        where one.officer = audit_open_look.officer
          and one.subject = audit_open_look.subject
          and one.device = audit_open_look.device
          and one.purpose = 'card'
          and one.begun_at > statement_timestamp() - interval '1 hour'  -- where the index begins to read: no look lasts longer (audit/dated_rules.py)
    )
    select open.id, open.ground, open.begun_at
    from lately as open
    join audit_ground as basis on basis.id = open.ground
    where open.ground = (select newest.ground from lately as newest order by newest.begun_at desc limit 1)
      and clock_timestamp() < least(open.valid_until, basis.valid_until)
      and not exists (select from audit_ground_end as ended where ended.ground = basis.id)
      and not exists (select from audit_look_end as ended where ended.look = open.id)
      and audit_officer_stays(audit_open_look.officer, audit_open_look.device, open.begun_at)
    order by open.begun_at desc
    limit 1
$$;
