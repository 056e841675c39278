-- No text to a reporter names whom a case is about, by any part of a name or by a number: what the office knows of somebody is not told. A refusal
-- says that a word is his, so words are compared only with whom their writer was shown, under a look on record; whoever writes about a case that
-- is linked to somebody opens his card first. Nationalities are refused by neutral_words.py, which has their names. Never granted.
create or replace function cases_require_unnamed(wanted uuid, officer uuid, said text)
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    words text := ' ' || regexp_replace(upper(said), '[^[:alnum:]]+', ' ', 'g') || ' ';
    joined text := regexp_replace(upper(said), '[^[:alnum:]]+', '', 'g');
begin
    perform cases_require_words(said);
    perform cases_require_read(wanted, officer);
    if exists (
        select from cases_person as linked join cases_case as one on one.id = linked."case"
        where (one.id = wanted or one.merged_into = wanted) and linked.person is not null and not cases_was_shown(officer, linked.person)) then
        raise exception 'case.card-first' using errcode = 'LK001';
    end if;
    if exists (
        select from cases_persons(wanted) as about (person)
        where cases_was_shown(officer, about.person)
          and (exists (select from lookup_name_part as named where named.person_id = about.person and length(named.part) > 2
                and words like '% ' || named.part || ' %')
            or exists (select from lookup_number as numbered where numbered.person_id = about.person and length(numbered.exact) > 4
                and strpos(joined, numbered.exact) > 0))) then
        raise exception 'case.names-person' using errcode = 'LK001';
    end if;
end $$;
