-- Does this look disclose a person whom the Directorate planted? Never granted.
create or replace function oversight_is_decoy(one audit_look)
    returns boolean
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select exists (select from audit_decoy as decoy where decoy.person = one.subject
        or exists (select from audit_look_shown as shown where shown.look = one.id and shown.person = decoy.person))
$$;
