-- The look under which the caller may read, or an exception: a refusal must not read as "not registered".
-- Called first by every function that returns personal data; never granted to a role.
create or replace function audit_require_look(look uuid, officer uuid, purpose text)
    returns audit_look
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    asked audit_look;
begin
    if current_setting('transaction_isolation') <> 'read committed' then  -- an older snapshot would not see that the look was ended
        raise exception 'look.isolation-not-read-committed' using errcode = 'LK001';
    end if;
    select * into asked from audit_look where id = look;
    -- A visible row that is not our own transaction's was committed, at every isolation level. Comparing xmin is beaten by a savepoint.
    if asked.id is null or asked.xact is not distinct from pg_current_xact_id_if_assigned() then
        raise exception 'look.not-on-record' using errcode = 'LK001';
    end if;
    if asked.officer is distinct from audit_require_look.officer or asked.purpose is distinct from audit_require_look.purpose then
        raise exception 'look.does-not-fit' using errcode = 'LK001';
    end if;
    -- clock_timestamp, not now(): a transaction held open must not hold the look open.
    if clock_timestamp() >= asked.valid_until or exists (select from audit_look_end as ended where ended.look = asked.id)
        or exists (select from audit_ground_end as ended where ended.ground = asked.ground)
        or not audit_officer_stays(asked.officer, asked.device, asked.begun_at) then
        raise exception 'look.over' using errcode = 'LK001';
    end if;
    -- Committed is not yet on disk when the caller switched synchronous_commit off: flush what is ahead of us before reading.
    if pg_current_wal_flush_lsn() < pg_current_wal_insert_lsn() then
        perform pg_logical_emit_message(false, 'look', ''::text, true);
    end if;
    return asked;
end $$;
