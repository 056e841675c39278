-- Refuses a period in which the person holds this role already. Called by the functions that give roles; never granted.
create or replace function accounts_require_free(person uuid, role text, valid_from date, valid_until date)
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
begin
    if exists (select from accounts_holding as held
        where held.user_id = person and held.role = accounts_require_free.role
          and held.valid_from <= coalesce(accounts_require_free.valid_until, 'infinity')
          and coalesce(held.last_day, 'infinity') >= greatest(accounts_require_free.valid_from, held.valid_from)) then
        raise exception 'accounts.already-held' using errcode = 'AC001';
    end if;
end $$;
