-- Somebody is reported elsewhere than recorded: a discrepancy for the desk to look at, unless one about his address is open, or was withdrawn for
-- this very place. Never granted.
create or replace function cases_note_other_address(listed cases_case, line cases_stay, of_person uuid)
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    place record := cases_stay_place(line);
    found_at text := concat_ws(' ', nullif(place.written_place, ''), '[' || place.in_kelurahan || ']');
begin
    if exists (select from cases_discrepancy as known where known.person = of_person and known.field = 'address'
        and (known.state in ('open', 'proposed') or known.reported = found_at)) then
        return;
    end if;
    listed.received_at := clock_timestamp();
    listed.channel := 'public';
    perform cases_open_discrepancy(listed, of_person, 'address', found_at, null, null, null);
end $$;
