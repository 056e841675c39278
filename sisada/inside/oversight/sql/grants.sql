-- Trails are read by functions that require a look; cases are drawn by the worker; reviews are written by one function.
revoke all on function oversight_trail(uuid, uuid) from public;
revoke all on function oversight_answers_of_code(uuid, uuid) from public;
revoke all on function oversight_looks_asked(jsonb, uuid) from public;
revoke all on function oversight_look(uuid) from public;
revoke all on function oversight_person(uuid) from public;
revoke all on function oversight_draw(timestamptz, timestamptz) from public;
revoke all on function oversight_review_look(uuid, uuid, text, text) from public;
revoke all on function oversight_own_looks(uuid) from public;
revoke all on function oversight_looks_at_officer(uuid) from public;
grant execute on function oversight_trail(uuid, uuid) to sisada_office;
grant execute on function oversight_answers_of_code(uuid, uuid) to sisada_office;
grant execute on function oversight_review_look(uuid, uuid, text, text) to sisada_office;
grant execute on function oversight_own_looks(uuid) to sisada_office;
grant execute on function oversight_looks_at_officer(uuid) to sisada_office;
grant execute on function oversight_draw(timestamptz, timestamptz) to sisada_worker;
