-- The case, locked, if this officer holds it now (`held_as`: handler, second, or null for either) and it is as he saw it (`seen`: its version,
-- null: whatever it is); else a refusal. Called first by every act; never granted.
create or replace function cases_require_hold(wanted uuid, officer uuid, held_as text, seen integer)
    returns cases_case
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    locked cases_case;
begin
    perform cases_require_role(officer, case held_as when 'second' then array['atasan', 'kepala'] else array['meja', 'atasan', 'kepala'] end);
    locked := cases_lock(wanted);
    if locked.version <> seen then
        raise exception 'case.changed-meanwhile' using errcode = 'LK001';
    end if;
    if not exists (select from cases_holds(wanted) as hold where hold.officer = cases_require_hold.officer and hold.kind = coalesce(held_as, hold.kind)) then
        raise exception 'case.not-held' using errcode = 'LK001';
    end if;
    return locked;
end $$;
