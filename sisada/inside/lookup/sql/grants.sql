-- The search keys have the mirror's writer; nobody else reads them but the functions below.
grant select, insert, update, delete, truncate on lookup_name_part, lookup_number to sisada_link;
grant usage on sequence lookup_name_part_id_seq to sisada_link;
-- PostgreSQL lets everybody execute a new function unless told otherwise.
revoke all on function lookup_candidates(uuid, uuid) from public;
revoke all on function lookup_hits(uuid, uuid, text) from public;
revoke all on function lookup_card(uuid, uuid) from public;
revoke all on function lookup_photo(uuid, uuid) from public;
revoke all on function lookup_changed_since_shown(uuid, uuid) from public;
revoke all on function lookup_area_page(uuid, uuid) from public;
revoke all on function lookup_area_numbers(text[]) from public;
revoke all on function lookup_people_meant(jsonb) from public;
revoke all on function lookup_people_named(text[], boolean) from public;
revoke all on function lookup_question_of(audit_look) from public;
revoke all on function lookup_asks_enough(jsonb) from public;
revoke all on function lookup_hit(uuid) from public;
revoke all on function lookup_person_card(uuid) from public;
revoke all on function lookup_folded_numbers(jsonb) from public;
revoke all on function lookup_birth_fits(date, smallint, jsonb) from public;
revoke all on function lookup_put_mark(uuid, text, uuid, text) from public;
revoke all on function lookup_end_mark(uuid) from public;
revoke all on function lookup_exact_number(text) from public;
revoke all on function lookup_persons_with_number(text) from public;
grant execute on function lookup_candidates(uuid, uuid) to sisada_office;
grant execute on function lookup_hits(uuid, uuid, text) to sisada_office;
grant execute on function lookup_card(uuid, uuid) to sisada_office;
grant execute on function lookup_photo(uuid, uuid) to sisada_office;
grant execute on function lookup_changed_since_shown(uuid, uuid) to sisada_office;
grant execute on function lookup_area_page(uuid, uuid) to sisada_office;
grant execute on function lookup_area_numbers(text[]) to sisada_office;
-- lookup_mark: no role writes or reads it; cases' functions put and end marks, and a card shows them.
