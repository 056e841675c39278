-- before tables
-- HMAC-SHA-256 (RFC 2104) of a message under a key of at most 64 bytes, from sha256() alone: no extension is needed.
create or replace function audit_hmac(key bytea, message bytea)
    returns bytea
    language plpgsql immutable
as $$
declare
    inner_pad bytea := decode(repeat('36', 64), 'hex');
    outer_pad bytea := decode(repeat('5c', 64), 'hex');
begin
    for i in 0 .. length(key) - 1 loop
        inner_pad := set_byte(inner_pad, i, get_byte(key, i) # 54);
        outer_pad := set_byte(outer_pad, i, get_byte(key, i) # 92);
    end loop;
    return sha256(outer_pad || sha256(inner_pad || message));
end $$;
