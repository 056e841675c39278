-- Delete what a sealed row says of a person, and its salt; that this was done, and by which rule, stays as a sealed row. The one way of
-- retention, whose job calls it as the owner; never granted. The row itself stays: one that is gone was never erased lawfully.
create or replace function audit_seal_erase(kind text, row_key text, why text)
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
begin
    delete from audit_salt as salt using audit_seal as seal
    where salt.number = seal.number and seal.kind = audit_seal_erase.kind and seal.key = row_key;
    if not found then
        raise exception 'Not sealed, or erased before: %', audit_seal_erase.kind using errcode = 'LK002';
    end if;
    case audit_seal_erase.kind
        when 'audit_look' then update audit_look set subject = null, query = null where id = row_key::uuid;
        when 'audit_refusal' then update audit_refusal set subject = null, query = null where id = row_key::bigint;
        when 'audit_answer' then update audit_answer set answer = 'null' where id = row_key::bigint;
        when 'audit_ground' then update audit_ground set persons = '{}' where id = row_key::uuid;  -- nobody; null would mean everybody
        when 'audit_look_shown' then update audit_look_shown set person = null, match = null where id = row_key::uuid;
        when 'oversight_asked_person' then update oversight_asked_person set person = null where id = row_key::uuid;
    end case;
    insert into audit_erasure (kind, row_key, why) values (audit_seal_erase.kind, row_key, why);
end $$;
