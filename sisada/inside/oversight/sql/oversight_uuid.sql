-- before tables
-- The uuid that a text is; null: it is none. A look may be older than the rule that says what its question holds (audit_query_fits), and one
-- that cannot be read must not hide the others. Never inlined (plpgsql), so that no cast is done beforehand. Never granted.
create or replace function oversight_uuid(said text)
    returns uuid
    language plpgsql immutable
as $$
begin
    return case when pg_input_is_valid(said, 'uuid') then said::uuid end;
end $$;
