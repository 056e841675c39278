-- Takes back a row of the office that has not begun. What came with a release is replaced by a row of the office, not taken back.
create or replace function rules_withdraw(dated uuid, by uuid)
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    asked rules_row;
begin
    if cardinality(rules_setter_roles(rules_withdraw.by)) = 0 then
        raise exception 'rules.not-for-this-role' using errcode = 'RU001';
    end if;
    select * into asked from rules_row where id = dated;
    if asked.id is null or asked.set_by is null or asked.valid_from <= rules_today()
        or exists (select from rules_withdrawal as withdrawal where withdrawal.row = dated) then
        raise exception 'rules.nothing-to-withdraw' using errcode = 'RU001';
    end if;
    insert into rules_withdrawal (row, by) values (dated, rules_withdraw.by);
    perform waiting_end(dated, rules_withdraw.by);
end $$;
