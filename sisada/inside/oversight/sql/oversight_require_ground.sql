-- This trail's look stands on a ground of this kind, or an exception: a review reads every trail, somebody's own request his own alone.
-- Called by the functions that return trails; never granted.
create or replace function oversight_require_ground(asked audit_look, kind text)
    returns void
    language plpgsql stable
    security definer set search_path = public, pg_temp
as $$
begin
    if not exists (select from audit_ground as basis where basis.id = asked.ground and basis.kind = oversight_require_ground.kind) then
        raise exception 'look.purpose-not-covered' using errcode = 'LK001';
    end if;
end $$;
