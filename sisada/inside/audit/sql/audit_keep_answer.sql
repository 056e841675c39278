-- Keep exactly what a reading function is about to return, and name its check code. Called by reading functions only; the
-- page is sent after their transaction committed, so a shown answer is always a kept one.
create or replace function audit_keep_answer(look uuid, answer jsonb)
    returns text
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    at timestamptz := clock_timestamp();  -- signed too: the same answer given twice has two codes
    mac bytea := audit_hmac((select key from audit_key where id = 1), audit_answer_signed(look, at, answer));
    code text := audit_check_code(mac);
begin
    insert into audit_answer (look, answered_at, answer, mac, check_code) values (look, at, answer, mac, code);
    return code;
end $$;
