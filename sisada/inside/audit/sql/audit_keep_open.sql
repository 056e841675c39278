-- The look under which an open page goes on showing this person: the newest while it lasts, else a new one that continues it, at most
-- one every 9 minutes and for 8 hours from the first. No row: there is nothing to continue, or why must be asked again.
-- Called by the page's event stream while the page is visible.
create or replace function audit_keep_open(officer uuid, device uuid, subject uuid)
    returns table (look uuid, ground uuid, begun_at timestamptz)
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    newest audit_look;
    first_at timestamptz;
begin
    select * into newest from audit_look as one
    where one.officer = audit_keep_open.officer and one.device = audit_keep_open.device and one.subject = audit_keep_open.subject
      and one.purpose = 'card' and one.begun_at > clock_timestamp() - interval '8 hours'
    order by one.begun_at desc limit 1;
    if newest.id is null then
        return;
    end if;
    perform audit_require_ground(newest.ground, audit_keep_open.officer);  -- the ground's end ends the page
    if newest.begun_at > clock_timestamp() - interval '9 minutes' and not exists (select from audit_look_end as ended where ended.look = newest.id) then
        return query select newest.id, newest.ground, newest.begun_at;
        return;
    end if;
    select one.begun_at into first_at from audit_look as one where one.id = coalesce(newest.continues, newest.id);
    if first_at <= clock_timestamp() - interval '8 hours' then
        return;
    end if;
    return query
    insert into audit_look as made (officer, device, ground, purpose, subject, continues)
    values (newest.officer, newest.device, newest.ground, newest.purpose, newest.subject, coalesce(newest.continues, newest.id))
    returning made.id, made.ground, made.begun_at;
end $$;
