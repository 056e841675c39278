-- before tables
-- Does a recorded birth fit what was asked? What is not asked fits; a person whose day is unknown fits by the year.
create or replace function lookup_birth_fits(birth_date date, birth_year smallint, asked jsonb)
    returns boolean
    language sql immutable
as $$
    select asked is null
        or (birth_date is null and birth_year = (asked ->> 'year')::integer)
        or (extract(year from birth_date) = (asked ->> 'year')::integer
            and coalesce(extract(month from birth_date) = (asked ->> 'month')::integer, true)
            and coalesce(extract(day from birth_date) = (asked ->> 'day')::integer, true))
$$;
