-- An officer's searches, cards, list pages and cases have a limit an hour, a dated rule each. Over it: an exception whose detail is the instant (in
-- seconds) from which the next one is allowed. Pages that stay open do not count again. Called by audit_begin_look; never granted.
-- Two looks at once may each be the last one allowed: this slows trawling down, it keeps no secret, so nobody waits on a lock for it.
create or replace function audit_require_rate(officer uuid, purpose text)
    returns void
    language plpgsql stable
    security definer set search_path = public, pg_temp
as $$
declare
    thing text := case audit_require_rate.purpose when 'search' then 'searches' when 'card' then 'cards' when 'area-list' then 'lists' when 'case' then 'cases' end;
    an_hour_ago timestamptz := clock_timestamp() - interval '1 hour';  -- a value: compared with a volatile function no index is used
    of_the_limit timestamptz;
begin
    if thing is null then
        return;
    end if;
    select earlier.begun_at into of_the_limit from audit_look as earlier
    where earlier.officer = audit_require_rate.officer and earlier.purpose = audit_require_rate.purpose and earlier.continues is null
      and earlier.begun_at > an_hour_ago
    order by earlier.begun_at desc
    offset rules_integer('audit.' || thing || '-per-hour') - 1 limit 1;
    if found then
        raise exception 'look.rate-%', thing using errcode = 'LK001', detail = extract(epoch from of_the_limit + interval '1 hour')::text;
    end if;
end $$;
