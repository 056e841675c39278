-- What somebody told the desk by telephone, WhatsApp or at the counter: a case like any other, with a code for the caller. `said` is a letter as
-- the public face writes it, without a list of who stays: a list is compared with the mirror, so it comes from its writer alone; `promised` as in cases_file; the two boxes are sealed to the caller: his own words, and that they were received.
create or replace function cases_take_down(officer uuid, letter uuid, said jsonb, photos bytea[], promised cases_case, code_index bytea, own_box bytea, word bytea)
    returns uuid
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    made cases_case;
    thread uuid := said ->> 'thread';
begin
    perform cases_require_role(officer, array['meja', 'atasan', 'kepala']);
    if promised.channel not in ('phone', 'whatsapp', 'visit', 'officer') or said ->> 'kind' not in ('activity', 'presence', 'objection') then
        raise exception 'case.no-such-channel' using errcode = 'LK001';
    end if;
    if jsonb_array_length(coalesce(nullif(said -> 'stays', 'null'), '[]')) > 0 then
        raise exception 'case.no-list-by-hand' using errcode = 'LK001';
    end if;
    select "case" into made.id from cases_report as earlier where earlier.letter = cases_take_down.letter;
    if found then
        return made.id;  -- the form was sent twice
    end if;
    if exists (select from cases_report as earlier where earlier.thread = (cases_take_down.said ->> 'thread')::uuid or earlier.reporter_key = decode(said ->> 'reporter_key', 'base64')) then
        raise exception 'case.thread-known' using errcode = 'LK001';  -- another reporter's: his later letters would come to this case
    end if;
    promised.received_at := clock_timestamp();
    promised.kind := said ->> 'kind';
    made := cases_make(promised, said);
    perform cases_write_report(made.id, letter, said, photos, made.received_at);
    insert into cases_message ("case", step) values (made.id, 'received');
    insert into cases_outgoing (kind, body) values ('letterbox-thread', jsonb_build_object('id', thread, 'code_index', code_index,
        'reporter_key', decode(said ->> 'reporter_key', 'base64'), 'received_at', made.received_at));
    insert into cases_outgoing (kind, body)
    select 'letterbox-box', jsonb_build_object('id', gen_random_uuid(), 'thread', thread, 'author', box.author, 'sealed', box.sealed, 'made_at', made.received_at)
    from (values ('reporter', own_box), ('office', word)) as box (author, sealed);
    perform cases_changed(made.id, officer, 'taken-down');
    return made.id;
end $$;
