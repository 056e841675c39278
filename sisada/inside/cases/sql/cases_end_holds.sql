-- The case leaves the hands of everybody who holds it, or of one (`officer`; null: of all): the ground ends, and the looks that stand on it.
-- Called by cases' functions; never granted.
create or replace function cases_end_holds(wanted uuid, officer uuid, by_officer uuid, reason text)
    returns void
    language sql volatile
    security definer set search_path = public, pg_temp
as $$
    with ended as (
        update cases_hold as hold set ended_at = clock_timestamp(), why = reason
        where hold."case" = wanted and hold.ended_at is null and hold.until > clock_timestamp()
          and hold.officer = coalesce(cases_end_holds.officer, hold.officer)
        returning hold.id)
    select audit_end_ground(ended.id, coalesce(by_officer, ended.id), reason) from ended
$$;
