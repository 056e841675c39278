-- Is the officer of an open page still who he was when it opened: not suspended, signed in, on a known device, in one of these roles?
-- Called by open pages every few seconds: one index look-up a table.
create or replace function accounts_is_present(officer uuid, device uuid, session text, opened_at timestamptz, roles text[])
    returns boolean
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select exists (select from sign_in_user as known where known.id = officer and known.sessions_valid_from <= opened_at)
       and exists (select from sign_in_device as used where used.id = device and used.user_id = officer and used.revoked_at is null)
       and exists (select from django_session as open where open.session_key = session and open.expire_date > clock_timestamp())
       and accounts_capacity_in(officer, roles) is not null  -- null for a suspended one
$$;
