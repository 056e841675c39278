-- How long an invitation is good: handed over in person, so two days are enough for somebody on night duty.
create or replace function accounts_invitation_hours()
    returns integer
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select 48
$$;
