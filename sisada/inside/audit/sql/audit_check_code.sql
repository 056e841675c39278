-- before tables
-- Six signs that a person can read out, from the first 30 bits of a mac: "7K4-M2Q". Crockford's alphabet: no I, L, O, U.
create or replace function audit_check_code(mac bytea)
    returns text
    language sql immutable
as $$
    select string_agg(
        substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 1 + ((((get_byte(mac, 0)::bigint << 24) + (get_byte(mac, 1) << 16) + (get_byte(mac, 2) << 8) + get_byte(mac, 3)) >> (27 - 5 * sign))::integer & 31), 1)
        || case when sign = 2 then '-' else '' end, '' order by sign)
    from generate_series(0, 5) as sign
$$;
