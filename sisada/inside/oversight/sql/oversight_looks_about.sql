-- Every look that disclosed one of these persons: as a card, in a result or list, or as a trail that was read. Never granted.
create or replace function oversight_looks_about(persons uuid[])
    returns setof uuid
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select one.id from audit_look as one where one.subject = any (persons)
    union select shown.look from audit_look_shown as shown where shown.person = any (persons)
    union select trail.look from oversight_asked_person as trail where trail.person = any (persons)
$$;
