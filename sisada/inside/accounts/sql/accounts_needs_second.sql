-- before tables
-- The roles that one person alone cannot give, take or sign into anew: head and privacy supervisor, and the admins themselves, since an
-- admin who could make another admin would be both persons.
create or replace function accounts_needs_second(role text)
    returns boolean
    language sql immutable
as $$
    select role in ('kepala', 'pengawas', 'admin')
$$;
