-- before tables
-- Is this a part that the question of such a look may have, and of its kind? Called by audit_query_fits alone.
create or replace function audit_part_fits(purpose text, part text, value jsonb)
    returns boolean
    language plpgsql stable
as $$
declare
    type text := jsonb_typeof(value);
    said text := value #>> '{}';
begin
    return case purpose || ' ' || part
        when 'search kind' then type = 'string' and said in ('number', 'mrz', 'person')
        when 'trail kind' then type = 'string' and said in ('trail', 'code', 'own-request')
        when 'search last_part_is_prefix' then type = 'boolean'
        when 'search name_parts' then type = 'array' and not jsonb_path_exists(value, 'strict $[*] ? (@.type() != "string" || !(@ like_regex "^[A-Z0-9]+$"))')
        when 'search unused' then type = 'array' and not jsonb_path_exists(value, 'strict $[*] ? (@.type() != "string")')
        when 'search birth' then type = 'null' or type = 'object' and audit_birth_fits(value)
        when 'area-list first' then type = 'number' and said ~ '^[0-9]{1,8}$'
        when 'area-list after' then type = 'null' or type = 'string' and pg_input_is_valid(said, 'uuid')
        when 'trail officer' then type = 'string' and pg_input_is_valid(said, 'uuid')
        when 'trail look' then type = 'string' and pg_input_is_valid(said, 'uuid')
        when 'trail from' then type = 'string' and audit_instant_fits(said)
        when 'trail until' then type = 'string' and audit_instant_fits(said)
        when 'trail before' then type = 'object' and jsonb_typeof(value -> 'at') = 'string' and audit_instant_fits(value ->> 'at')
            and jsonb_typeof(value -> 'place') = 'string' and length(value ->> 'place') <= 32 and value - 'at' - 'place' = '{}'
        else type in ('string', 'null') and length(coalesce(said, '')) <= 400 and purpose || ' ' || part in (
            'search typed', 'search number', 'search exact', 'search folded', 'search nationality', 'search issuer', 'search sex', 'search expires_on',
            'area-list kelurahan', 'trail exact', 'trail typed', 'trail reference', 'trail code') end;
end $$;
