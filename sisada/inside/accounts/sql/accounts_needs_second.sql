-- before tables
-- The roles that one person alone cannot give, take or sign into anew: whoever signs for others (head and superior: an admin who could make an
-- officer and a superior would sign his own order), the privacy supervisor, and the admins, since one who could make another would be both persons.
create or replace function accounts_needs_second(role text)
    returns boolean
    language sql immutable
as $$
    select role in ('kepala', 'atasan', 'pengawas', 'admin')
$$;
