-- before tables
-- Does this question ask for somebody rather than for half the registry? A number, which an MRZ has in any case; else two letters of a name, with
-- no empty part; else a whole birth date. The page says the same before a look begins (chips.too_little); here for whoever goes past the page.
create or replace function lookup_asks_enough(question jsonb)
    returns boolean
    language plpgsql immutable
as $$
declare
    parts text[] := array(select jsonb_array_elements_text(coalesce(nullif(question -> 'name_parts', 'null'), '[]')));
begin
    if coalesce(question ->> 'folded', '') <> '' then
        return true;
    elsif question ->> 'kind' in ('number', 'mrz') or '' = any (parts) then
        return false;
    end if;
    return length(array_to_string(parts, '')) >= 2 or question #>> '{birth,day}' is not null;
end $$;
