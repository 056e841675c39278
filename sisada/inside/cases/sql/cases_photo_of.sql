-- One photo of the case that this look names, as it was encoded anew outside. No row: it belongs to another.
create or replace function cases_photo_of(look uuid, officer uuid, photo uuid)
    returns table (image bytea)
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    wanted cases_case := cases_require_look(look, officer);
begin
    return query select one.image from cases_photo as one join cases_case as of_photo on of_photo.id = one."case"
        where one.id = cases_photo_of.photo and (of_photo.id = wanted.id or of_photo.merged_into = wanted.id);
end $$;
