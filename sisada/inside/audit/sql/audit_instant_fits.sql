-- before tables
-- An instant written as ISO 8601 does: read alike under every DateStyle of whoever reads it later.
create or replace function audit_instant_fits(said text)
    returns boolean
    language sql stable
as $$
    select said ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}' and pg_input_is_valid(said, 'timestamptz')
$$;
