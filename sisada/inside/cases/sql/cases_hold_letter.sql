-- A letter that could not become a case: why, in a code. It stays sealed, and the admins are told. Called by opening.py.
create or replace function cases_hold_letter(letter uuid, why text)
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
begin
    update cases_inbox as held set held_why = left(why, 60) where held.id = letter and held.opened_at is null;
    perform cases_hold_poison(letter, why);
end $$;
