-- The looks that a trail's question asks for, newest first, one page. `persons`: whom its number means; null: it asks for nobody in
-- particular. Never granted.
create or replace function oversight_looks_asked(question jsonb, persons uuid[], most integer)
    returns setof audit_look
    language plpgsql stable
    security definer set search_path = public, pg_temp
as $$
declare
    -- null when nobody was asked for: two ways, so that each may use its own index
    about uuid[] := case when persons is not null then array(select oversight_looks_about(persons)) end;
    last audit_look;
begin
    select * into last from audit_look as one where one.id = (question ->> 'before')::uuid;
    return query
    select one.* from audit_look as one
    where (about is null or one.id = any (about))
      and (question ->> 'officer' is null or one.officer = (question ->> 'officer')::uuid)
      and (question ->> 'look' is null or one.id = (question ->> 'look')::uuid)
      and (question ->> 'reference' is null or one.ground in (
            select basis.id from audit_ground as basis where lower(basis.reference) = lower(question ->> 'reference')))
      and one.begun_at >= coalesce((question ->> 'from')::timestamptz, '-infinity')
      and one.begun_at < coalesce((question ->> 'until')::timestamptz, 'infinity')
      and (last.id is null or (one.begun_at, one.id) < (last.begun_at, last.id))
    order by one.begun_at desc, one.id desc
    limit most;
end $$;
