-- An officer's searches, cards, list pages, cases, trails and the own requests that he serves have a limit an hour, a dated rule each. Over it: an
-- exception whose detail is the instant (in seconds) from which the next one is allowed. Pages that stay open do not count again. Called by
-- audit_begin_look, which says 'own-request' for a trail under such a ground; never granted.
-- Two looks at once may each be the last one allowed: this slows trawling down, it keeps no secret, so nobody waits on a lock for it.
create or replace function audit_require_rate(officer uuid, purpose text)
    returns void
    language plpgsql stable
    security definer set search_path = public, pg_temp
as $$
declare
    thing text := case audit_require_rate.purpose when 'search' then 'searches' when 'card' then 'cards' when 'area-list' then 'lists' when 'case' then 'cases'
        when 'trail' then 'trails' when 'own-request' then 'own-requests' end;
    an_hour_ago timestamptz := clock_timestamp() - interval '1 hour';  -- a value: compared with a volatile function no index is used
    of_the_limit timestamptz;
begin
    select earlier.begun_at into of_the_limit from audit_look as earlier
    where earlier.officer = audit_require_rate.officer and earlier.continues is null and earlier.begun_at > an_hour_ago
      and earlier.purpose = case audit_require_rate.purpose when 'own-request' then 'trail' else audit_require_rate.purpose end
      and (earlier.purpose <> 'trail' or (audit_require_rate.purpose = 'own-request')
        = exists (select from audit_ground as basis where basis.id = earlier.ground and basis.kind = 'own-request'))
    order by earlier.begun_at desc
    offset rules_integer('audit.' || thing || '-per-hour') - 1 limit 1;
    if found then
        raise exception 'look.rate-%', thing using errcode = 'LK001', detail = extract(epoch from of_the_limit + interval '1 hour')::text;
    end if;
end $$;
