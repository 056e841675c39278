-- Why this person may not confirm this row; null: may. One of the two must be the head of the office, who answers for its numbers.
create or replace function rules_refusal_to_confirm(dated uuid, by uuid)
    returns text
    language plpgsql stable
    security definer set search_path = public, pg_temp
as $$
declare
    asked rules_row;
    roles text[] := rules_setter_roles(rules_refusal_to_confirm.by);
begin
    select * into asked from rules_row where id = dated;
    if asked.id is null or not asked.needs_second
        or exists (select from rules_confirmation as confirmation where confirmation.row = dated)
        or exists (select from rules_withdrawal as withdrawal where withdrawal.row = dated) then
        return 'rules.nothing-to-confirm';
    end if;
    return case
        when cardinality(roles) = 0 then 'rules.not-for-this-role'
        when asked.set_by = rules_refusal_to_confirm.by then 'rules.same-person'
        when not 'kepala' = any (roles || rules_setter_roles(asked.set_by)) then 'rules.head-is-missing'
        -- what a past day was worth must not change by a late yes
        when asked.valid_from < rules_earliest(asked.name, asked.about) then 'rules.too-late-to-confirm'
    end;
end $$;
