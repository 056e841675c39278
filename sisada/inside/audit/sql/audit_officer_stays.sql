-- Is this officer still who he was at an instant: not suspended, on a device of his that nobody revoked, and his sessions not ended since?
-- Called by the functions that make and check looks: one row of each of two tables. Never granted.
create or replace function audit_officer_stays(officer uuid, device uuid, since timestamptz)
    returns boolean
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select exists (select from sign_in_device as used join sign_in_user as known on known.id = used.user_id
        where used.id = audit_officer_stays.device and used.user_id = audit_officer_stays.officer and used.revoked_at is null
          and known.is_active and known.sessions_valid_from <= audit_officer_stays.since)
$$;
