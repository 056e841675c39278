-- Letters that nobody could open in all the time that words are kept: their content goes, their ids stay. Called by retention.py as the worker.
create or replace function cases_drop_held_letters()
    returns void
    language sql volatile
    security definer set search_path = public, pg_temp
as $$
    update cases_inbox set sealed = null, parts = null
    where opened_at is null and sealed is not null and arrived_at < clock_timestamp() - make_interval(days => rules_integer('cases.kept-days'))
$$;
