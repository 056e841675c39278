-- Did the person whom this look names change, or what is in question about him, after the card was last shown under it? An open page asks when
-- its stream begins.
-- Five seconds of grace: a change is stamped before it commits, so one that arrived just before the answer may not be in it.
create or replace function lookup_changed_since_shown(look uuid, officer uuid)
    returns boolean
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    asked audit_look := audit_require_look(look, officer, 'card');
    shown_at timestamptz := (select max(shown.answered_at) from audit_answer as shown where shown.look = asked.id) - interval '5 seconds';
begin
    return exists (select from registry_change as change where change.person_id = asked.subject and change.arrived_at > shown_at)
        or exists (select from lookup_mark as mark where mark.person = asked.subject and coalesce(mark.until, mark.since) > shown_at);
end $$;
