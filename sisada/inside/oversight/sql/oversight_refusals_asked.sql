-- The refusals that a trail's question asks for, newest first. `persons`: whom its number means; null: it asks for nobody in particular. Of one
-- look a trail tells no refusals. A refused reading has the ground of its look. Never granted.
create or replace function oversight_refusals_asked(question jsonb, persons uuid[], most integer)
    returns setof audit_refusal
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select refused.* from audit_refusal as refused
    left join audit_look as one on one.id = refused.look
    where question ->> 'look' is null
      and (persons is null or refused.subject = any (persons))
      and (question ->> 'officer' is null or refused.officer = oversight_uuid(question ->> 'officer'))
      and (question ->> 'reference' is null or coalesce(refused.ground, one.ground) in (
            select basis.id from audit_ground as basis where lower(basis.reference) = lower(question ->> 'reference')))
      and refused.refused_at >= coalesce((question ->> 'from')::timestamptz, '-infinity')
      and refused.refused_at < coalesce((question ->> 'until')::timestamptz, 'infinity')
      and (question -> 'before' is null or (refused.refused_at, oversight_refusal_place(refused.id)) < ((question #>> '{before,at}')::timestamptz, question #>> '{before,place}'))
    order by refused.refused_at desc, oversight_refusal_place(refused.id) desc
    limit oversight_refusals_asked.most
$$;
