-- To whom words about this case go, and the key that each can open them with: its own reporters and those of the cases merged into it. For
-- whoever holds it.
create or replace function cases_threads(wanted uuid, officer uuid)
    returns table (thread uuid, reporter_key bytea)
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
begin
    perform cases_require_hold(wanted, officer, null, null);
    return query select one.thread, one.reporter_key from cases_followers(wanted) as one;
end $$;
