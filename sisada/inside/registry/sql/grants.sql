-- Who may touch the mirror. What is not granted here is forbidden; docs/grants.md shows the whole matrix.
-- One writer: the link. It truncates when it begins a new full copy.
grant select, insert, update, delete, truncate on
    registry_person, registry_name, registry_photo, registry_travel_document, registry_visa, registry_stay_permit, registry_application,
    registry_reentry_permit, registry_guarantor, registry_guarantee, registry_address, registry_crossing, registry_watch_entry
    to sisada_link;
-- What changed is written once and read by cursors.
grant select, insert on registry_change to sisada_link;
grant usage on sequence registry_change_id_seq to sisada_link;
-- sisada_office: the columns classed open in columns.toml; persons only through lookup's functions.
revoke all on function registry_stay_facts(uuid) from public;
revoke all on function registry_stay_is_over(uuid, date) from public;
revoke all on function registry_permits_ending_between(text, text[], date, date) from public;
grant execute on function registry_permits_ending_between(text, text[], date, date) to sisada_office;
