-- The people whom a question may mean, by number, else by name parts in any order with the last one as a prefix, else by birth date;
-- a birth date in the question narrows names. A question for a number means that number alone. Pure retrieval: how well somebody fits is
-- lookup/find.py's to say. The order is whole, so that a draw that was rolled back and repeated gives the same people, whatever the planner does.
-- Raises when the question asks for too little.
-- Called by lookup_candidates only, never granted.
create or replace function lookup_people_meant(question jsonb)
    returns setof uuid
    language plpgsql stable
    security definer set search_path = public, pg_temp
as $$
declare
    parts text[] := array(select jsonb_array_elements_text(coalesce(question -> 'name_parts', '[]')));
    birth jsonb := nullif(question -> 'birth', 'null');
begin
    if not lookup_asks_enough(question) then
        raise exception 'look.asks-too-little' using errcode = 'LK001';
    end if;
    return query
    select distinct number.person_id from lookup_number as number
    where number.folded = any (lookup_folded_numbers(question))
    order by number.person_id;
    if question ->> 'kind' = 'number' or found and question ->> 'kind' <> 'person' then
        return;  -- a number that is known needs no name beside it; a name may be misspelt, a person renamed
    end if;
    if cardinality(parts) > 0 then
        return query
        select person.id from lookup_people_named(parts, coalesce((question ->> 'last_part_is_prefix')::boolean, true)) as named (person_id)
        join registry_person as person on person.id = named.person_id
        where lookup_birth_fits(person.birth_date, person.birth_year, birth)
        order by person.nationality is distinct from question ->> 'nationality', person.id;  -- a nationality puts first, it excludes nobody
    elsif birth ->> 'day' is not null then
        return query
        select person.id from registry_person as person
        where person.birth_date = make_date((birth ->> 'year')::integer, (birth ->> 'month')::integer, (birth ->> 'day')::integer)
        order by person.id;
    end if;
end $$;
