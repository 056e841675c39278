-- A line in the trail of a case, and a word to the open pages: the id alone. Called by every function that changes one; never granted.
create or replace function cases_changed(changed uuid, by_officer uuid, what text, detail text default null)
    returns void
    language sql volatile
    security definer set search_path = public, pg_temp
as $$
    insert into cases_event ("case", by, what, detail) values (changed, by_officer, what, detail);
    select pg_notify('cases_change', changed::text);
$$;
