-- The look under which an open page goes on showing this person: the newest while it lasts, else a new one that continues it, made when a
-- tenth of its time is left. No row: there is nothing to continue, its hours (a dated rule, from the first look) are over, the officer signed
-- out or his sessions were ended; an exception: its ground is over, or he is suspended, without the device or without a role. Then why must be
-- asked again. Called every few seconds while the page is visible.
create or replace function audit_keep_open(officer uuid, device uuid, subject uuid)
    returns table (look uuid, ground uuid, begun_at timestamptz)
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    hours interval := make_interval(hours => rules_integer('audit.open-page-hours'));
    since timestamptz := clock_timestamp() - hours;  -- a value: compared with a volatile function no index is used
    newest audit_look;
    ended_why text;
    basis audit_ground;
begin
    select * into newest from audit_look as one
    where one.officer = audit_keep_open.officer and one.device = audit_keep_open.device and one.subject = audit_keep_open.subject
      and one.purpose = 'card' and one.begun_at > since
    order by one.begun_at desc limit 1;
    select ended.why into ended_why from audit_look_end as ended where ended.look = newest.id;
    if newest.id is null or ended_why = 'signed-out' or not audit_officer_stays(newest.officer, newest.device, newest.begun_at) then
        return;
    end if;
    perform audit_require_officer(newest.officer, newest.device, newest.purpose);
    basis := audit_require_ground(newest.ground, audit_keep_open.officer);  -- the ground's end ends the page
    if ended_why is null and clock_timestamp() < newest.valid_until - (newest.valid_until - newest.begun_at) / 10 then
        return query select newest.id, newest.ground, newest.begun_at;
        return;
    end if;
    if exists (select from audit_look as first where first.id = newest.continues and first.begun_at <= since) then
        return;
    end if;
    return query
    insert into audit_look as made (officer, device, ground, purpose, subject, continues, valid_until)
    values (newest.officer, newest.device, newest.ground, newest.purpose, newest.subject, coalesce(newest.continues, newest.id), audit_look_lasts_until(basis))
    returning made.id, made.ground, made.begun_at;
end $$;
