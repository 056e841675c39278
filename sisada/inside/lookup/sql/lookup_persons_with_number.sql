-- Whose document, permit or person number (NIORA) this is, as somebody wrote it: equal signs only, never a misread one, since nobody is asked.
-- The folded key is the index. For the functions of cases, which compare what a reporter wrote; never granted.
create or replace function lookup_persons_with_number(written text)
    returns setof uuid
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select distinct number.person_id
    from (select lookup_exact_number(written) as exact) as asked
    join lookup_number as number on number.folded = translate(asked.exact, 'OQDILBSZG', '000118526') and number.exact = asked.exact
    where asked.exact <> ''
$$;
