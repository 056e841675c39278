-- Keep somebody out from the next request on, until it is lifted. One admin alone may: a stolen account cannot wait for a second person.
create or replace function accounts_suspend(actor uuid, person uuid, why text)
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
begin
    perform accounts_require_act(actor, person, why);
    update sign_in_user as known set is_active = false, sessions_valid_from = clock_timestamp() where known.id = person and known.is_active;
    if not found then
        raise exception 'accounts.suspended-already' using errcode = 'AC001';
    end if;
    insert into accounts_suspension (id, user_id, begun_by, why) values (gen_random_uuid(), person, actor, accounts_suspend.why);
end $$;
