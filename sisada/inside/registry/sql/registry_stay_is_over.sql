-- Whether a stay is past its end on a day, with nothing recorded that makes it a question: the state OVER of registry/stay.py, for a machine that
-- compares and discloses nothing; one table of cases tests both. Whether the mirror is fresh enough to say it is the caller's to ask.
-- Never granted. Source: Law 6/2011 art. 48, art. 78.
create or replace function registry_stay_is_over(person uuid, on_day date)
    returns boolean
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    with permits as (
        select permit.*, least(coalesce(permit.valid_until, 'infinity'), coalesce(permit.ended_on - 1, 'infinity')) as last_day,
            permit.ended_on is not null and permit.ended_on <= coalesce(permit.valid_until, 'infinity') as ended_early
        from registry_stay_permit as permit where permit.person_id = registry_stay_is_over.person),
    latest as (select * from permits where valid_from <= on_day order by last_day desc, valid_from desc, id limit 1),
    crossing as (
        select last.direction, rules_day_of(last.crossed_at) as on_day from registry_crossing as last
        where last.person_id = registry_stay_is_over.person order by last.crossed_at desc limit 1),
    applied as (
        select * from registry_application as application
        where application.person_id = registry_stay_is_over.person and application.kind in ('extension', 'conversion', 'bridging')
          and application.filed_on <= registry_stay_is_over.on_day)
    select exists (
        select from latest join registry_person as subject on subject.id = registry_stay_is_over.person
        where subject.civil_state = 'ordinary' and subject.category = 'ordinary'
          and not latest.ended_early and latest.kind not in ('DIPLOMATIK', 'DINAS', 'AFFIDAVIT'))
      and not exists (select from permits where registry_stay_is_over.on_day between permits.valid_from and permits.last_day)
      and not exists (select from permits where permits.valid_from > registry_stay_is_over.on_day and permits.valid_from <= permits.last_day)
      and not exists (  -- he left, or came back after the end: on a permit that is not recorded here
        select from crossing, latest
        where crossing.on_day <= registry_stay_is_over.on_day and (crossing.direction = 'out' or latest.last_day < crossing.on_day))
      and not exists (
        select from applied, latest
        where applied.state = 'pending' or applied.decided_on > registry_stay_is_over.on_day
           or applied.state = 'granted' and coalesce(applied.permit_id, latest.id) = latest.id
              and coalesce(applied.decided_on, 'infinity') >= latest.last_day)
$$;
