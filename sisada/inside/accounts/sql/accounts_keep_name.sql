-- Whoever gets a name, by whatever way, gets a row of it: the record of looks shows names, and a name changed in place could not be sealed.
create or replace function accounts_keep_name()
    returns trigger
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
begin
    if tg_op = 'INSERT' or new.name is distinct from old.name then
        insert into accounts_name (user_id, name) values (new.id, new.name);
    end if;
    return null;
end $$;
create or replace trigger accounts_keep_name after insert or update of name on sign_in_user
    for each row execute function accounts_keep_name();
