-- Somebody's sessions are over at their next request, on every device.
create or replace function accounts_end_sessions(actor uuid, person uuid, why text)
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
begin
    perform accounts_require_act(actor, person, why);
    update sign_in_user as known set sessions_valid_from = clock_timestamp() where known.id = person;
    insert into accounts_access_end (id, user_id, ended_by, why) values (gen_random_uuid(), person, actor, accounts_end_sessions.why);
end $$;
