-- What held the letters is mended (a key is back, an error is gone): the admin has all of them opened again.
create or replace function cases_try_letters_again(officer uuid)
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
begin
    perform cases_require_role(officer, array['admin']);
    perform waiting_end(letter, officer) from cases_poison;
    delete from cases_poison;
    update cases_inbox set held_why = null where held_why is not null and opened_at is null and sealed is not null;
    perform cases_wake_worker();
end $$;
