-- No text to a reporter names whom a case is linked to, by any part of a name or by a number: what the office knows of somebody is not told.
-- Nationalities are refused by neutral_words.py, which has their names. Never granted.
create or replace function cases_require_unnamed(wanted uuid, said text)
    returns void
    language plpgsql stable
    security definer set search_path = public, pg_temp
as $$
declare
    words text := ' ' || regexp_replace(upper(coalesce(said, '')), '[^[:alnum:]]+', ' ', 'g') || ' ';
    joined text := regexp_replace(upper(coalesce(said, '')), '[^[:alnum:]]+', '', 'g');
begin
    if exists (
        select from cases_persons(wanted) as linked (person)
        where exists (select from lookup_name_part as named where named.person_id = linked.person and length(named.part) > 2
                and words like '% ' || named.part || ' %')
           or exists (select from lookup_number as numbered where numbered.person_id = linked.person and length(numbered.exact) > 4
                and strpos(joined, numbered.exact) > 0)) then
        raise exception 'case.names-person' using errcode = 'LK001';
    end if;
end $$;
