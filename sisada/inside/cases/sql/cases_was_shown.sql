-- Whether this officer was shown this person: his card, or a search or list that had him, is on record by an earlier transaction. Never granted.
create or replace function cases_was_shown(officer uuid, person uuid)
    returns boolean
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select exists (
        select from audit_look as look
        where look.subject = cases_was_shown.person and look.officer = cases_was_shown.officer and look.purpose = 'card'
          and look.xact is distinct from pg_current_xact_id_if_assigned()
    ) or exists (
        select from audit_look_shown as shown join audit_look as look on look.id = shown.look
        where shown.person = cases_was_shown.person and look.officer = cases_was_shown.officer
          and shown.xact is distinct from pg_current_xact_id_if_assigned())
$$;
