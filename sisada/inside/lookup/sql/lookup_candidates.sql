-- Who may be meant by the question of this search: fields for scoring only, at most 250 rows, drawn at most three times a look.
-- Only an MRZ says a sex, an issuer and an end, so only for one do those leave here.
-- Called by lookup/find.py. The question comes out of the look, never as an argument. No address, photo or permit leaves here. `ticket` says to
-- audit_show that this look drew this person.
create or replace function lookup_candidates(look uuid, officer uuid)
    returns table (person_id uuid, names jsonb, birth_date date, birth_year smallint, nationality text, sex text, numbers jsonb, ticket bytea)
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    asked audit_look := audit_require_look(look, officer, 'search');
    question jsonb := lookup_question_of(asked);
    found uuid[];
begin
    select array_agg(first_ones.person) into found from (
        select meant.person from lookup_people_meant(question) with ordinality as meant (person, place) order by meant.place limit 250) as first_ones;
    perform audit_count_candidates(asked.id, coalesce(cardinality(found), 0));
    return query
    select person.id,
        (select jsonb_agg(jsonb_build_object('primary', name.primary_name, 'secondary', name.secondary_name, 'kind', name.kind))
         from registry_name as name where name.person_id = person.id),
        person.birth_date, person.birth_year, person.nationality::text,
        case when question ->> 'kind' = 'mrz' then person.sex::text end,
        (select coalesce(jsonb_agg(jsonb_build_object('kind', number.kind, 'exact', number.exact, 'folded', number.folded)
            || case when question ->> 'kind' = 'mrz' and number.kind = 'document'
                then jsonb_build_object('issuer', document.issuer, 'valid_until', document.valid_until) else '{}' end), '[]')
         from lookup_number as number left join registry_travel_document as document on document.id = number.row_id
         where number.person_id = person.id and number.folded = any (lookup_folded_numbers(question))),
        audit_drawn_ticket(asked.id, person.id)
    from registry_person as person where person.id = any (found);
end $$;
