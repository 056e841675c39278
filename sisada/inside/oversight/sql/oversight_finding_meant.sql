-- The direct finding that a case is about; null: the case is about a look, or there is none. A finding names no foreign national.
create or replace function oversight_finding_meant(reader uuid, drawn_case uuid)
    returns uuid
    language plpgsql stable
    security definer set search_path = public, pg_temp
as $$
begin
    perform oversight_require_supervisor(reader);
    return (select drawn.finding from oversight_case as drawn where drawn.id = drawn_case);
end $$;
