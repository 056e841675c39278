-- A rule that is a whole number, about nothing in particular. Raises where no row is in force: a limit that is null limits nothing.
create or replace function rules_integer(name text, on_day date default null)
    returns integer
    language plpgsql stable
    security definer set search_path = public, pg_temp
as $$
declare
    found jsonb := rules_value(rules_integer.name, '', rules_integer.on_day);
begin
    if found is null then
        raise exception 'rules.none-in-force' using errcode = 'RU001', detail = rules_integer.name;
    end if;
    return found::integer;
end $$;
