-- Until when all is sealed, as the newest checkpoint says, and whether that is longer ago at this instant than the rule allows. Without a
-- checkpoint: since when there is something to seal. Read where the supervisor looks, so that it is right also when the worker stands still.
create or replace function oversight_last_seal(at timestamptz)
    returns table (sealed_until timestamptz, stands_still boolean)
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select newest.sealed_until, coalesce(newest.sealed_until < oversight_last_seal.at - make_interval(mins => rules_integer('audit.seal-standstill-minutes')), false)
    from (select coalesce(
        (select head.complete_until from audit_checkpoint as head order by head.number desc limit 1),
        (select min(basis.published_at) from audit_ground as basis)) as sealed_until) as newest
$$;
