-- The second person's yes. Two at the same moment: the primary key lets one through.
create or replace function rules_confirm(dated uuid, by uuid)
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    refusal text := rules_refusal_to_confirm(dated, rules_confirm.by);
begin
    if refusal is not null then
        raise exception '%', refusal using errcode = 'RU001';
    end if;
    insert into rules_confirmation (row, by) values (dated, rules_confirm.by);
    perform waiting_end(dated, rules_confirm.by);
end $$;
