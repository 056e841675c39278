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
begin
    return query
    select one.* from audit_look as one
    where (about is null or one.id = any (about))
      and (question ->> 'officer' is null or one.officer = oversight_uuid(question ->> 'officer'))
      and (question ->> 'look' is null or one.id = oversight_look_meant(oversight_uuid(question ->> 'look')))
      and (question ->> 'reference' is null or one.ground in (
            select basis.id from audit_ground as basis where lower(basis.reference) = lower(question ->> 'reference')))
      and one.begun_at >= coalesce((question ->> 'from')::timestamptz, '-infinity')
      and one.begun_at < coalesce((question ->> 'until')::timestamptz, 'infinity')
      and (question -> 'before' is null or (one.begun_at, md5(one.id::text)) < ((question #>> '{before,at}')::timestamptz, question #>> '{before,place}'))
    order by one.begun_at desc, md5(one.id::text) desc
    limit oversight_looks_asked.most;
end $$;
