-- What this search asks for. With a document in hand, also that of somebody who asks about himself, the number alone: a name or a birth date
-- beside it, also one that an MRZ holds, finds nobody. Called by lookup_candidates only, never granted.
create or replace function lookup_question_of(asked audit_look)
    returns jsonb
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select case when basis.kind in ('document', 'own-request') then asked.query - 'name_parts' - 'birth' else asked.query end
    from audit_ground as basis where basis.id = asked.ground
$$;
