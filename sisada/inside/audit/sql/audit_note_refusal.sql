-- Put on record that something was refused, and why. Called by audit/looks.py on the look connection, since the refusal's own
-- transaction was undone by raising. Of an officer who is nobody's account nothing is written; long texts are cut; and thirty rows of one
-- officer in a minute are enough: the thirty-first says that there were more, and ends it. Two at once may each be the thirty-first.
create or replace function audit_note_refusal(officer uuid, device uuid, ground uuid, look uuid, purpose text, subject uuid, query jsonb, code text)
    returns void
    language sql volatile
    security definer set search_path = public, pg_temp
as $$
    insert into audit_refusal (officer, device, ground, look, purpose, subject, query, code)
    select known.id, device, ground, look, left(purpose, 60), subject, case when octet_length(query::text) <= 4096 then query end,
        case when earlier.rows < 30 then left(code, 60) else 'look.more-refusals' end
    from sign_in_user as known
    cross join lateral (
        select count(*) as rows from (
            select from audit_refusal as one
            where one.officer = known.id and one.refused_at > statement_timestamp() - interval '1 minute'  -- where the index begins to read
              and one.refused_at > clock_timestamp() - interval '1 minute' limit 31) as newest) as earlier
    where known.id = audit_note_refusal.officer and earlier.rows < 31
$$;
