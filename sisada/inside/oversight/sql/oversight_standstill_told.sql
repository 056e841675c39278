-- One standstill of the seal, for whoever was told of it: until when all was sealed, since when it was known, when it was over (null: it is not).
create or replace function oversight_standstill_told(standstill uuid)
    returns table (sealed_until timestamptz, noticed_at timestamptz, ended_at timestamptz)
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select begun.sealed_until, begun.noticed_at, over.ended_at
    from oversight_standstill as begun left join oversight_standstill_end as over on over.standstill = begun.id
    where begun.id = oversight_standstill_told.standstill
$$;
