-- Put on record that something was refused, and why. Called by audit/looks.py on the look connection, since the refusal's own
-- transaction was undone by raising.
create or replace function audit_note_refusal(officer uuid, device uuid, ground uuid, look uuid, purpose text, subject uuid, query jsonb, code text)
    returns void
    language sql volatile
    security definer set search_path = public, pg_temp
as $$
    insert into audit_refusal (officer, device, ground, look, purpose, subject, query, code)
    values (officer, device, ground, look, purpose, subject, query, code)
$$;
