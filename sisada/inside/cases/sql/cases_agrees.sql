-- Whether the mirror says now what was found. Names by their folded parts in any order, numbers and days exactly, addresses as lists are compared,
-- a guarantor by the letters of its name; another thing no machine can compare. Never granted.
create or replace function cases_agrees(different cases_discrepancy)
    returns boolean
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select coalesce(case different.field
        when 'address' then cases_lives_at(different.person, rules_today(), substring(different.reported from '\[([0-9.]{13})\]$'),
            regexp_replace(different.reported, '\[[0-9.]{13}\]$', ''))
        when 'name' then exists (
            select from lookup_name_part as known where known.person_id = different.person group by known.name_id
            having string_agg(known.part, ' ' order by known.part collate "C") = different.comparable)
        when 'birth_date' then exists (
            select from registry_person as subject where subject.id = different.person and subject.birth_date::text = different.comparable)
        when 'document' then exists (select from lookup_number as known where known.person_id = different.person and known.kind = 'document'
            and known.exact = different.comparable)
        when 'permit' then exists (select from lookup_number as known where known.person_id = different.person and known.kind = 'permit'
            and known.exact = different.comparable)
        when 'sponsor' then cases_plain_place(cases_recorded(different.person, 'sponsor')) = cases_plain_place(different.reported)
        when 'left' then cases_recorded(different.person, 'left') = different.reported
    end, false)
$$;
