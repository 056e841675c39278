-- Signing out ends every look that this officer still has open on this device.
create or replace function audit_end_looks_of(officer uuid, device uuid)
    returns void
    language sql volatile
    security definer set search_path = public, pg_temp
as $$
    insert into audit_look_end (look, why)
    select open.id, 'signed-out' from audit_look as open
    where open.officer = audit_end_looks_of.officer and open.device = audit_end_looks_of.device
      and open.begun_at > statement_timestamp() - interval '1 hour'  -- where the index begins to read: no look lasts longer
      and open.valid_until > clock_timestamp()
    on conflict do nothing
$$;
