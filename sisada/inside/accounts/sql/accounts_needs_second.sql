-- before tables
-- The roles whose end needs a second person too (to give any role always does): whoever signs for others, the privacy supervisor and the admins
-- are each other's check, which one admin alone must not take away. An officer or the desk loses his role by one admin, at once.
create or replace function accounts_needs_second(role text)
    returns boolean
    language sql immutable
as $$
    select role in ('kepala', 'atasan', 'pengawas', 'admin')
$$;
