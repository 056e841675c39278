-- The look that a page of oversight means: by the id of its case, by that of a decoy's alert, else by its own, which a trail tells once the
-- look is over. Never granted.
create or replace function oversight_look_meant(named uuid)
    returns uuid
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select coalesce(
        (select drawn.look from oversight_case as drawn where drawn.id = named),
        (select opened.look from audit_decoy_opened as opened where opened.id = named),
        named)
$$;
