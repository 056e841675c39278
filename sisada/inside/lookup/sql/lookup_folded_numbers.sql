-- before tables
-- The folded numbers a question asks for: its own, if it has one.
create or replace function lookup_folded_numbers(question jsonb)
    returns text[]
    language sql immutable
as $$
    select case when question ->> 'folded' is null then array[]::text[] else array[question ->> 'folded'] end
$$;
