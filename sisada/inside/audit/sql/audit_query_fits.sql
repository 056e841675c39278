-- before tables
-- May a look of this purpose hold this question? An object of at most 4 kB with the parts that such a look has, each of its kind: whoever
-- reads the look later, above all a trail, can then read every one. A card and a case ask nothing; what a list must cover is its ground's to say.
create or replace function audit_query_fits(purpose text, query jsonb)
    returns boolean
    language plpgsql stable
as $$
begin
    if query is null then
        return purpose in ('card', 'trail', 'case');
    elsif jsonb_typeof(query) <> 'object' or octet_length(query::text) > 4096 or purpose = 'search' and not query ? 'kind' then
        return false;
    end if;
    return not exists (select from jsonb_each(query) as given where not coalesce(audit_part_fits(purpose, given.key, given.value), false));
end $$;
