-- What a letter says, as rows of a case: the report, its photos, its list. Never granted.
create or replace function cases_write_report(of_case uuid, letter uuid, said jsonb, photos bytea[], received timestamptz)
    returns uuid
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    place jsonb := coalesce(nullif(said -> 'place', 'null'), nullif(said -> 'stay_place', 'null'));
    made uuid;
begin
    insert into cases_report ("case", letter, kind, thread, reporter_key, language, what, when_text, place_text, lat, lon, pin_from, nationality,
        reporter_name, reporter_contact, about_reason, check_code, received_at)
    values (of_case, cases_write_report.letter, said ->> 'kind', (said ->> 'thread')::uuid, decode(said ->> 'reporter_key', 'base64'),
        said ->> 'language', said ->> 'what', said ->> 'when', place ->> 'text', (place ->> 'lat')::float, (place ->> 'lon')::float,
        place ->> 'pin_from', said ->> 'nationality', said #>> '{reporter,name}', said #>> '{reporter,contact}', said #>> '{about,reason}',
        said #>> '{about,check_code}', received)
    returning id into made;
    insert into cases_photo (report, "case", place, image, sha256)
    select made, of_case, photo.place, photo.image, sha256(photo.image) from unnest(photos) with ordinality as photo (image, place);
    insert into cases_stay ("case", report, row, place, name, nationality, document_number, since, until)
    select of_case, made, (stay.said ->> 'row')::uuid, stay.place, stay.said ->> 'name', stay.said ->> 'nationality', stay.said ->> 'document_number',
        (stay.said ->> 'since')::date, (stay.said ->> 'until')::date
    from jsonb_array_elements(said -> 'stays') with ordinality as stay (said, place);
    update cases_case set photo_count = photo_count + cardinality(photos), version = version + 1 where id = of_case;
    return made;
end $$;
