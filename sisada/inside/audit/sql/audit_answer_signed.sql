-- before tables
-- What the mac of a kept answer covers. The time as seconds, since its text would follow the session's zone.
create or replace function audit_answer_signed(look uuid, answered_at timestamptz, answer jsonb)
    returns bytea
    language sql immutable
as $$
    select convert_to(look::text || ' ' || extract(epoch from answered_at)::text || ' ' || answer::text, 'UTF8')
$$;
