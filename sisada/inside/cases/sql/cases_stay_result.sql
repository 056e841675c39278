-- What the mirror says to one line of a list on the day that it is about (today, or the last day that the reporter gives): a code, and whose
-- number it is. Several persons with one number, or somebody who is no longer a foreign national, are for a human to look at. A decoy is a
-- person like any other. Never granted.
create or replace function cases_stay_result(line cases_stay, in_kelurahan text, written_place text, out result text, out of_person uuid)
    language plpgsql stable
    security definer set search_path = public, pg_temp
as $$
declare
    persons uuid[] := array(select lookup_persons_with_number(line.document_number));
    on_day date := least(line.until, rules_today());
    found_there boolean;
begin
    result := case when lookup_exact_number(line.document_number) = '' then 'not_compared' when cardinality(persons) = 0 then 'unknown_number' end;
    if result is not null or cardinality(persons) > 1 then
        result := coalesce(result, 'not_compared');
        return;
    end if;
    of_person := persons[1];
    found_there := cases_lives_at(of_person, on_day, in_kelurahan, written_place);
    result := case
        when not exists (select from registry_person as subject where subject.id = of_person and subject.civil_state = 'ordinary') then 'not_compared'
        when cases_left_by(of_person, on_day) then 'recorded_left'
        when registry_stay_is_over(of_person, on_day) then 'permit_over'
        when found_there is null then 'not_compared'
        when found_there then 'as_recorded'
        else 'other_address' end;
end $$;
