-- May this person act on that one's account, and did he say why? Called first by every function that an admin calls; never granted.
create or replace function accounts_require_act(actor uuid, person uuid, why text)
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
begin
    if accounts_capacity_in(actor, array['admin']) is null then
        raise exception 'accounts.not-admin' using errcode = 'AC001';
    end if;
    if actor = person then
        raise exception 'accounts.yourself' using errcode = 'AC001';
    end if;
    if coalesce(btrim(why), '') = '' then
        raise exception 'accounts.no-reason' using errcode = 'AC001';
    end if;
    perform from sign_in_user as known where known.id = person for no key update;  -- two admins at once would each not see the other's row
    if not found then
        raise exception 'accounts.unknown-person' using errcode = 'AC001';
    end if;
end $$;
