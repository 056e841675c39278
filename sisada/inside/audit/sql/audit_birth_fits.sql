-- before tables
-- A birth as a question holds it: a year, then a month and a day or neither, and a day that there is.
create or replace function audit_birth_fits(birth jsonb)
    returns boolean
    language sql stable
as $$
    select birth - 'year' - 'month' - 'day' = '{}'
        and coalesce(birth ->> 'year', '') ~ '^[0-9]{4}$' and coalesce(birth ->> 'month', '1') ~ '^[0-9]{1,2}$' and coalesce(birth ->> 'day', '1') ~ '^[0-9]{1,2}$'
        and (birth ->> 'day' is null or birth ->> 'month' is not null)
        and pg_input_is_valid(format('%s-%s-%s', birth ->> 'year', coalesce(birth ->> 'month', '1'), coalesce(birth ->> 'day', '1')), 'date')
$$;
