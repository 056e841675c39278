-- Other open or lately closed cases that may be the same thing, with nothing but what similar.py scores by: what, where, how far, when. Under the
-- look on one's own case; no word of theirs comes out, and how far only in steps: three exact distances would be the other's pin.
create or replace function cases_near(look uuid, officer uuid)
    returns table (id uuid, number text, category text, kelurahan text, received_at timestamptz, state text, metres double precision)
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    wanted cases_case := cases_require_look(look, officer);
begin
    return query
    select other.id, other.number, other.category, other.kelurahan, other.received_at, other.state,
        case when apart.metres <= 100 then 100 when apart.metres <= 2000 then ceil(apart.metres / 300) * 300 else ceil(apart.metres / 2000) * 2000 end
    from cases_case as other cross join lateral cases_metres(wanted.id, other.id) as apart (metres)
    where other.id <> wanted.id and other.kind = wanted.kind and other.merged_into is null and other.erased_at is null
      and (other.state <> 'closed' or other.closed_at > clock_timestamp() - interval '30 days')
      and other.received_at between wanted.received_at - interval '30 days' and wanted.received_at + interval '30 days'
      and (other.kelurahan = wanted.kelurahan or apart.metres < 2000)
    order by other.received_at desc, other.id limit 200;
end $$;
