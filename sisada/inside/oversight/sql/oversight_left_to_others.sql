-- How much of what waits for review is a supervisor's own doing, so that somebody else must review it; and whether anybody else may today.
create or replace function oversight_left_to_others(supervisor uuid)
    returns table (waiting bigint, somebody boolean)
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select (select count(*) from oversight_unreviewed() as drawn where supervisor = any (drawn.people)),
        exists (select from sign_in_user as other where other.id <> supervisor and accounts_capacity_in(other.id, array['pengawas']) is not null)
$$;
