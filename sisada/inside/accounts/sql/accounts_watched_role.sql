-- The role for which a new invitation of this person needs a second person: the newest that he holds, held or will hold; null: none ever, or he
-- never came in yet, so that there is nothing to take over. An ended role counts: it may be given again, to an account that somebody else took
-- over meanwhile. Never granted.
create or replace function accounts_watched_role(person uuid)
    returns text
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select held.role from accounts_role_held as held
    where held.user_id = person
      and exists (select from sign_in_user as known where known.id = person and known.password not like '!%')
    order by held.valid_from desc, held.role limit 1
$$;
