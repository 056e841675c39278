-- The looks that a trail's question asks for. `person` is the subject of the trail's own look; null: not about one person. Never granted.
create or replace function oversight_looks_asked(question jsonb, person uuid)
    returns setof audit_look
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select one.* from audit_look as one
    where (person is null or one.subject = person or exists (
            select from audit_look_shown as shown where shown.look = one.id and shown.person = oversight_looks_asked.person))
      and (question ->> 'officer' is null or one.officer = (question ->> 'officer')::uuid)
      and (question ->> 'ground' is null or one.ground = (question ->> 'ground')::uuid)
      and (question ->> 'look' is null or one.id = (question ->> 'look')::uuid)
      and one.begun_at >= coalesce((question ->> 'from')::timestamptz, '-infinity')
      and one.begun_at < coalesce((question ->> 'until')::timestamptz, 'infinity')
      and (question ->> 'before' is null or (one.begun_at, one.id) < (
            select last.begun_at, last.id from audit_look as last where last.id = (question ->> 'before')::uuid))
$$;
