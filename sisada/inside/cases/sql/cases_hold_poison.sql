-- A letter that cannot be taken in, by the class of its error, or that could not be opened: the others flow on, and each admin
-- is told once while such a notice waits for him: the page it leads to lists all of them.
-- Called by sisada/crossing/inward.py as the worker, by cases_take and cases_hold_letter.
create or replace function cases_hold_poison(id uuid, why text)
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
begin
    insert into cases_poison (letter, why) values (cases_hold_poison.id, left(cases_hold_poison.why, 60)) on conflict do nothing;
    if found then
        perform waiting_tell(keeper.id, 'letter-held', cases_hold_poison.id, clock_timestamp())
        from sign_in_user as keeper
        where accounts_capacity_in(keeper.id, array['admin']) is not null and not exists (
            select from waiting_notice as told where told.for_user = keeper.id and told.kind = 'letter-held'
              and not exists (select from waiting_done as done where done.notice = told.id));
    end if;
end $$;
