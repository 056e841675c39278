-- Somebody opened a person whom the Directorate planted: every privacy supervisor is told at once, nobody else is. Never granted.
create or replace function audit_alert_decoy(look uuid, subject uuid)
    returns void
    language sql volatile
    security definer set search_path = public, pg_temp
as $$
    select waiting_tell(supervisor.id, 'decoy', look, clock_timestamp())
    from audit_decoy as decoy
    join sign_in_user as supervisor on accounts_capacity_in(supervisor.id, array['pengawas']) is not null
    where decoy.person = audit_alert_decoy.subject
$$;
