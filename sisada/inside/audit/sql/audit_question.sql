-- What was asked under this look, for its own officer while it is open: what somebody typed is personal and kept nowhere else.
create or replace function audit_question(look uuid, officer uuid, purpose text)
    returns jsonb
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    asked audit_look := audit_require_look(look, officer, purpose);
begin
    return asked.query;
end $$;
