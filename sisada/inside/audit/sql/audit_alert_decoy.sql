-- Somebody opened a person whom the Directorate planted: every privacy supervisor is told at once, nobody else is. The notice names the opening
-- by a number of its own: whoever knows the id of an open look could read under it. Never granted.
create or replace function audit_alert_decoy(look uuid, subject uuid)
    returns void
    language sql volatile
    security definer set search_path = public, pg_temp
as $$
    with opened as (
        insert into audit_decoy_opened (look) select audit_alert_decoy.look from audit_decoy as decoy where decoy.person = audit_alert_decoy.subject
        returning id)
    select waiting_tell(supervisor.id, 'decoy', opened.id, clock_timestamp())
    from opened
    join sign_in_user as supervisor on accounts_capacity_in(supervisor.id, array['pengawas']) is not null
$$;
