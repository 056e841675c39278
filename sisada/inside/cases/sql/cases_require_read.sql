-- This officer has the case open: a look of his at it, of a hold of this case, is on record and not over; else a refusal. Called before his own
-- words are compared with anything; never granted.
create or replace function cases_require_read(wanted uuid, officer uuid)
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    open_look uuid;
begin
    select look.id into open_look from audit_look as look join cases_hold as hold on hold.id = look.ground and hold."case" = wanted
    where look.officer = cases_require_read.officer and look.subject = wanted and look.purpose = 'case'
      and look.xact is distinct from pg_current_xact_id_if_assigned() and look.valid_until > clock_timestamp()
      and not exists (select from audit_look_end as ended where ended.look = look.id)
      and not exists (select from audit_ground_end as ended where ended.ground = look.ground)
    order by look.begun_at desc limit 1;
    if open_look is null then
        raise exception 'case.not-read' using errcode = 'LK001';
    end if;
    perform cases_require_look(open_look, officer);
end $$;
