-- People with one recorded name that has every part asked; the last may be a beginning (being typed, or cut by the document). The longest whole part is looked up first:
-- it is the rarest as a rule; the other parts are then checked name by name.
create or replace function lookup_people_named(parts text[], last_is_prefix boolean)
    returns setof uuid
    language plpgsql stable
    security definer set search_path = public, pg_temp
as $$
declare
    prefix text := parts[cardinality(parts)];
    -- Parts are A-Z and 0-9 alone: '[' follows 'Z', so the range holds all that begin so; '0' comes first, so it holds the part itself.
    bound text := prefix || case when last_is_prefix then '[' else '0' end;
    whole text[] := trim_array(parts, 1);
    anchor text := (select part from unnest(whole) as part order by length(part) desc limit 1);
begin
    if anchor is null then
        return query
        select distinct key.person_id from lookup_name_part as key
        where key.part ~>=~ prefix and key.part ~<~ bound;
        return;
    end if;
    return query
    select distinct key.person_id from lookup_name_part as key
    where key.part = anchor
      and not exists (
          select from unnest(whole) as asked (part)
          where not exists (select from lookup_name_part as other where other.name_id = key.name_id and other.part = asked.part))
      and exists (
          select from lookup_name_part as last
          where last.name_id = key.name_id and last.part ~>=~ prefix and last.part ~<~ bound);
end $$;
