-- Promises that are past and not kept: counted once each, and told to whoever handles the case, or else to the whole desk; some hours later also
-- to the superiors. Told again when a case changes hands, and not while the same notice still waits. Called by the worker every few minutes.
create or replace function cases_note_missed()
    returns void
    language sql volatile
    security definer set search_path = public, pg_temp
as $$
    insert into cases_missed ("case", promise)
    select late.id, late.promise from cases_unkept() as late on conflict do nothing;
    select waiting_tell(whom.id, 'case-late', late.id, clock_timestamp())
    from (select distinct on (unkept.id) unkept.id, unkept.handler, missed.missed_at from cases_unkept() as unkept
          join cases_missed as missed on missed."case" = unkept.id and missed.promise = unkept.promise order by unkept.id, missed.missed_at) as late
    join sign_in_user as whom on whom.is_active and (whom.id = late.handler
        or late.handler is null and accounts_capacity_in(whom.id, array['meja']) is not null
        or late.missed_at < clock_timestamp() - make_interval(hours => rules_integer('cases.escalation-hours'))
            and accounts_capacity_in(whom.id, array['atasan']) is not null)
    where not exists (select from waiting_notice as told where told.subject = late.id and told.for_user = whom.id and told.kind = 'case-late'
        and not exists (select from waiting_done as done where done.notice = told.id));
$$;
