-- A note in the office's own lane.
create or replace function cases_note_down(wanted uuid, officer uuid, said text)
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
begin
    perform cases_require_hold(wanted, officer, null, null);
    perform cases_require_words(said);
    insert into cases_note ("case", by, text) values (wanted, officer, said);
    perform cases_changed(wanted, officer, 'noted');
end $$;
