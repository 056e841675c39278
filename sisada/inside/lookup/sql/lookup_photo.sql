-- The newest photo of the person whom this look names. The card's answer holds its sha256, so this needs no answer of its own.
create or replace function lookup_photo(look uuid, officer uuid)
    returns bytea
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    asked audit_look := audit_require_look(look, officer, 'card');
begin
    return (select photo.image from registry_photo as photo where photo.person_id = asked.subject order by photo.taken_on desc nulls last limit 1);
end $$;
