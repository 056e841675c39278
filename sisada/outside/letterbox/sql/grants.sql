-- The public face puts letters in and opens threads by their code, through functions alone; it reads no table here but the holidays
-- (columns.toml). Functions that only others of this folder call are granted to nobody.
revoke all on function
    letterbox_receive(uuid, uuid, bytea, bytea, bytea, bytea[], bytea, bytea),
    letterbox_known(uuid, bytea),
    letterbox_require_thread(uuid, bytea, bytea),
    letterbox_open(bytea),
    letterbox_boxes(bytea),
    letterbox_closed_days(date, date),
    letterbox_carried(uuid[]),
    letterbox_sweep(),
    letterbox_spend_proof(bytea, uuid, timestamptz, integer),
    letterbox_take_share(text, integer)
    from public;
grant execute on function
    letterbox_receive(uuid, uuid, bytea, bytea, bytea, bytea[], bytea, bytea),
    letterbox_open(bytea),
    letterbox_boxes(bytea),
    letterbox_closed_days(date, date),
    letterbox_spend_proof(bytea, uuid, timestamptz, integer),
    letterbox_take_share(text, integer)
    to sisada_public;

-- The carrier fetches letters, which it cannot open, says that it did, and brings what inside publishes.
grant select (id, thread, sealed, digest, received_at, carried_at) on letterbox_letter to sisada_carrier;
grant select (letter, place, sealed) on letterbox_part to sisada_carrier;
grant insert on letterbox_box, letterbox_thread, letterbox_thread_end, letterbox_holiday to sisada_carrier;
grant execute on function letterbox_carried(uuid[]), letterbox_sweep() to sisada_carrier;
