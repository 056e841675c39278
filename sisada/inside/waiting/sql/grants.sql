-- Notices are written by the definer functions of whoever causes the waiting; the office face reads them (columns.toml).
revoke all on function waiting_tell(uuid, text, uuid, timestamptz) from public;
revoke all on function waiting_tell_between(uuid, text, uuid, timestamptz, timestamptz) from public;
revoke all on function waiting_end(uuid, uuid) from public;
revoke all on function waiting_seen(uuid, uuid) from public;
grant execute on function waiting_seen(uuid, uuid) to sisada_office;
