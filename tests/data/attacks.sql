-- What somebody tries who can run any SQL as the office face: one attempt a heading, its name and what it goes for, then its statements; a statement's
-- further lines are indented.
-- Read by tests/injected_sql.py. `<name>` stands for what the attacker is given: ids that a real one would have to find out first, too.
-- `<begin_look>` begins a look on the victim's card and keeps its id, which `<own>` is; `<read>` reads the card under it.
-- `absent` behind a name: what it names is not there, and should not be.

--- A look that is not durable
-- own-transaction: a look that is rolled back after the read
begin;
<begin_look>;
<read>;
rollback;
-- savepoint: a look whose savepoint is released
begin;
savepoint a;
<begin_look>;
release a;
<read>;
rollback;
-- savepoint-undone: a look that its savepoint takes back
begin;
savepoint a;
<begin_look>;
rollback to a;
<read>;
rollback;
-- nested-savepoints: a look two savepoints deep
begin;
savepoint a;
savepoint b;
<begin_look>;
release b;
<read>;
rollback;
-- do-block: look and read in one block, told by a notice
do $$ declare look uuid; seen jsonb; begin
    look := <look>;
    select answer into seen from lookup_card(look, <me>); raise notice 'seen %', seen; end $$;
-- do-block-catches: a subtransaction that catches the refusal and goes on
do $$ declare look uuid; seen jsonb; begin
    begin look := <look>; exception when others then null; end;
    begin select answer into seen from lookup_card(look, <me>); exception when others then raise notice 'no: %', sqlerrm; end;
    raise exception 'seen %', seen; end $$;
-- do-block-raises-the-look-away: the look undone by the exception that carries the answer
do $$ declare look uuid; seen text; begin
    begin look := <look>;
    select answer::text into seen from lookup_card(look, <me>); raise exception using message = seen;
    exception when others then raise notice '%', sqlerrm; end; end $$;
-- one-statement: look and read in the same statement
with made as materialized (select <look> as look) select seen.* from made, lateral lookup_card(made.look, <me>) as seen;
-- prepared-statement: a plan made before the look
prepare read as <read>;
begin;
<begin_look>;
execute read;
rollback;
-- generic-plan: a cached plan that judged once
set plan_cache_mode = force_generic_plan;
prepare read (uuid) as select * from lookup_card($1, <me>);
begin;
<begin_look>;
execute read (<own>);
rollback;
-- cursor-with-hold: a cursor filled before the commit
begin;
<begin_look>;
declare kept cursor with hold for <read>;
commit;
fetch kept;
-- cursor: rows fetched before the rollback
begin;
<begin_look>;
declare seen cursor for <read>;
fetch seen;
rollback;
-- copy-query: rows by COPY
begin;
<begin_look>;
copy (<read>) to stdout;
rollback;
-- explain: rows by EXPLAIN
begin;
<begin_look>;
explain (analyze, verbose, buffers, settings) <read>;
rollback;
-- serializable: an isolation level that sees more
begin isolation level serializable;
<begin_look>;
<read>;
select 1;
rollback;
-- two-phase: a look that is prepared, never committed
begin;
<begin_look>;
prepare transaction 'held';
<read>;
-- asynchronous-commit-open: a look that is not flushed, in its own transaction
set synchronous_commit = off;
begin;
<begin_look>;
<read>;
rollback;
-- timeout: a read that outruns its look's refusal
set statement_timeout = '1ms';
begin;
<begin_look>;
<read>;
<read>;
rollback;
-- verbose-plans: values in printed plans
set client_min_messages = debug5;
set debug_print_plan = on;
set debug_print_rewritten = on;
begin;
<begin_look>;
<read>;
rollback;

--- Under somebody else's look, or one that does not fit
-- photo: the photo
select lookup_photo(<look_ended>, <me>);
begin;
<begin_look>;
select lookup_photo(<own>, <me>);
rollback;
-- no-look: a card without any
select * from lookup_card(null, <me>);
select * from lookup_card(gen_random_uuid(), <me>);
-- others-look: a colleague's open look under one's own name
select * from lookup_card(<look_of_rahmat>, <me>);
-- nobodys-name: an officer that is null
select * from lookup_card(<look_of_rahmat>, null);
-- nobody-looks: a look of nobody
select audit_begin_look(null, <device>, <ground>, 'card', <victim>, null);
-- over: a look whose time is over
select * from lookup_card(<look_over>, <me>);
select lookup_photo(<look_over>, <me>);
-- ended: a look that was ended
select * from lookup_card(<look_ended>, <me>);
-- ground-ended: a look whose ground was ended
select * from lookup_card(<look_ground_ended>, <me>);
-- keep-open-after-ground: a page kept open after its ground
select * from audit_keep_open(<me>, <device>, <victim>);
select * from lookup_card((select look from audit_keep_open(<me>, <device>, <victim>)), <me>);
-- search-as-card: a card under a look for a search
select * from lookup_card(<look_search>, <me>);
-- card-as-search: a search under a look for a card
select * from lookup_candidates(<look_over>, <me>);
select * from lookup_hits(<look_over>, <me>, 'card');
-- search-as-trail: a trail under a look for a search
select * from oversight_trail(<look_search>, <me>);
-- trail-of-an-officer: a trail by somebody who is no supervisor
select audit_begin_look(<me>, <device>, <ground>, 'trail', null, '{"exact": "<passport_itself>"}');
-- other-grounds: a look on a ground that is over, of others, or of nothing
select audit_begin_look(<me>, <device>, <ground_over>, 'card', <victim>, null);
select audit_begin_look(<me>, <device>, <ground_of_rahmat>, 'card', <victim>, null);
select audit_begin_look(<me>, <device>, null, 'card', <victim>, null);
-- shown-in-the-same-transaction: a stranger put on the list and read at once
begin;
select audit_show(<look_search>, <me>, array[<victim>]::uuid[], '[{}]', array[null]::bytea[]);
select * from lookup_hits(<look_search>, <me>, 'search');
rollback;
-- shown-in-a-savepoint: a stranger put on the list in a savepoint
begin;
savepoint a;
select audit_show(<look_search>, <me>, array[<victim>]::uuid[], '[{}]', array[null]::bytea[]);
release a;
select * from lookup_hits(<look_search>, <me>, 'search');
rollback;
-- shown-under-a-card: a stranger put on the list of a look that has none
select audit_show(<look_over>, <me>, array[<victim>]::uuid[], '[{}]', array[null]::bytea[]);
select * from lookup_hits(<look_over>, <me>, 'search');
-- shown-without-a-draw: a stranger put on the list of an open search, with tickets of others
select audit_show(<look_search>, <me>, array[<victim>]::uuid[], '[{}]', array(select ticket from lookup_candidates(<look_search>, <me>)));
select audit_show(<look_search>, <me>, array[<victim>]::uuid[], '[{}]', array[sha256('x')]);
select * from lookup_hits(<look_search>, <me>, 'search');
select audit_drawn_ticket(<look_search>, <victim>);
-- draws-undone: the same search drawn again and again, each time undone, with another plan
begin;
select * from lookup_candidates(<look_search>, <me>);
rollback;
set enable_indexscan = off;
begin;
select * from lookup_candidates(<look_search>, <me>);
rollback;
-- everybody: a search for every name
begin;
select set_config('attack.look', audit_begin_look(<me>, <device>, <ground>, 'search', null, '{"kind": "person", "name_parts": [""]}')::text, false);
commit;
select * from lookup_candidates(<own>, <me>);
-- everybody-by-letter: a search for half of the names
select set_config('attack.look', audit_begin_look(<me>, <device>, <ground>, 'search', null, '{"kind": "person", "name_parts": ["K"]}')::text, false);
select * from lookup_candidates(<own>, <me>);
-- number-as-name: a number that nobody has, and a name beside it
select set_config('attack.look', audit_begin_look(<me>, <device>, <ground>, 'search', null, '{"kind": "number", "exact": "ZZ1", "name_parts": ["KORBAN"]}')::text, false);
select * from lookup_candidates(<own>, <me>);
-- others-question: what a colleague typed
select audit_question(<search_of_rahmat>, <me>, 'search');

--- The tables themselves
-- select: the tables
select * from registry_person;
select * from lookup_number;
select * from audit_answer;
select * from audit_look;
-- copy-table: the tables by COPY
copy registry_name to stdout;
copy lookup_name_part (part) to stdout;
table registry_address;
-- copy-out: a file or a program
copy (select 1) to '/tmp/out';
copy (select 1) to program 'cat';
-- explain-table: estimates of a table
explain (verbose) select * from registry_person where niora = 'N1';
-- view: the view of residents
select * from lookup_resident;
select street from lookup_resident;
-- whole-row: personal columns within a row
select o from orders_order o;
select row_to_json(g) from audit_ground g;
-- populate-record: personal columns by a record's type
select (jsonb_populate_record(null::audit_ground, to_jsonb(g))).persons from audit_ground g;
select * from jsonb_populate_recordset(null::registry_person, (select jsonb_agg(p) from registry_person p));
-- write-looks: looks written by hand, with another transaction's number
insert into audit_look (officer, device, ground, purpose, subject, valid_until, xact) values (<me>, <device>, <ground>, 'card', <victim>, 'infinity', '3'::xid8);
update audit_look set xact = '3'::xid8;
insert into audit_look_shown (look, person, place, match, xact) values (<look_search>, <victim>, 1, '{}', '3'::xid8);
delete from audit_look_end;
truncate audit_look_shown;
-- write-grounds: a ground by hand
update audit_ground set officers = array[<me>]::uuid[];
delete from audit_ground_end;
select audit_publish_ground(gen_random_uuid(), 'order', 'SP', 'x', array[<me>]::uuid[], array['card'], array['31'], null, now(), 'infinity', <me>);
-- locking: rows by locking them
select 1 from registry_person for update;
lock table registry_person in share mode;
-- returning: rows by RETURNING
update registry_person set version = version returning *;
delete from registry_name returning *;
-- merge: rows by MERGE
merge into foundation_cache c using registry_name n on c.cache_key = n.primary_name when matched then do nothing;

--- Functions that are not for callers
-- person-card: the card's inner function
select lookup_person_card(<victim>);
select lookup_hit(<victim>);
-- meant: the search's inner functions
select lookup_people_meant('{"folded": "X", "kind": "number"}');
select lookup_people_named(array['K'], true);
-- stay-facts: how somebody's stay is judged
select registry_stay_facts(<victim>);
-- trail-inside: a trail's inner functions
select oversight_person(<victim>);
select oversight_looks_about(array[<victim>]::uuid[]);
select oversight_persons_asked(null);
-- require-look: the row of a look
select audit_require_look(<look_search>, <me>, 'search');
-- order-row: an order's row, with its persons
select orders_require_waiting(id) from orders_order;
-- keep-answer: a forged answer
select audit_keep_answer(<look_search>, '{}');
select audit_hmac('\x00', '\x00');
-- erase: looks erased
select audit_seal_erase('audit_look', <look_search>::text, 'x');
-- end-ground: a ground ended, a decoy alerted
select audit_end_ground(<ground>, <me>, 'x');
select audit_alert_decoy(<look_search>, <victim>);
-- trigger-functions: trigger functions called by hand
do $$ declare f record; begin for f in select oid::regprocedure::text as name from pg_proc where pronamespace = 'public'::regnamespace and prorettype = 'trigger'::regtype loop begin execute 'select ' || f.name; exception when others then raise notice '%', sqlerrm; end; end loop; end $$;

--- Another role, or other names
-- set-role: the owner's rights
set role sisada_owner;
set role postgres;
<read>;
-- session-authorization: the owner's session
set session authorization sisada_owner;
reset session authorization;
-- worker-and-link: other processes' rights
set role sisada_worker;
set role sisada_link;
set role sisada_sealer;
-- make-role: a role of one's own
create role mine superuser;
alter role sisada_office superuser;
grant sisada_owner to sisada_office;
-- temporary: temporary objects
create temporary table t (a text);
create temporary view v as select 1;
-- overload-in-pg-temp: a function of one's own before ours
create function pg_temp.audit_require_look(uuid, uuid, text) returns void language sql as 'select 1';
create function pg_temp.pg_current_xact_id_if_assigned() returns xid8 language sql as $$ select '3'::xid8 $$;
set search_path = pg_temp, public, pg_catalog;
begin;
<begin_look>;
<read>;
rollback;
-- overload-in-public: a function or operator of one's own in public
create function public.audit_require_look(text, text, text) returns void language sql as 'select 1';
create operator public.= (leftarg = uuid, rightarg = uuid, function = uuid_ne);
create schema mine;
-- search-path: names found elsewhere
set search_path = '';
<read>;
set search_path = pg_catalog;
begin;
<begin_look>;
<read>;
rollback;
-- replace: our functions replaced
create or replace function lookup_card(look uuid, officer uuid) returns text language sql as 'select 1';
alter function lookup_card(uuid, uuid) owner to sisada_office;
alter function audit_require_look(uuid, uuid, text) volatile;
-- cast-and-domain: a cast or type of one's own
create domain mine as text;
create cast (uuid as text) with inout;
create type mine as (a text);
-- settings: settings that switch rules off
set session_replication_role = replica;
set row_security = off;
set allow_system_table_mods = on;
set plpgsql.variable_conflict = 'use_column';
begin;
<begin_look>;
<read>;
rollback;
-- load absent: a library or language
load 'auto_explain';
create function f() returns int language c as 'libc', 'system';
create language plpython3u;
-- extension absent: another connection out of the server
create extension dblink;
create extension postgres_fdw;
select dblink('host=/tmp', 'select 1');

--- The server
-- files: the server's files
select pg_read_file('postgresql.conf');
select pg_ls_dir('.');
select pg_stat_file('base');
select pg_read_binary_file('global/1260');
-- large-objects: files by large objects
select lo_import('/etc/hostname');
select lo_export(1, '/tmp/x');
select lo_creat(-1);
select lo_get(1::oid);
-- statistics: most common values
select * from pg_stats;
select * from pg_statistic;
select * from pg_stats_ext;
select * from pg_stat_user_tables;
-- activity: others' statements
select * from pg_stat_activity;
select * from pg_stat_get_activity(null);
select * from pg_stat_replication;
-- catalogue: values in the catalogue
select * from information_schema.columns;
select * from information_schema.column_privileges limit 2000;
select pg_get_functiondef(oid) from pg_proc where pronamespace = 'public'::regnamespace and prokind = 'f';
select pg_get_expr(adbin, adrelid) from pg_attrdef;
select * from pg_constraint;
select * from pg_description limit 500;
-- secrets: passwords and rules of entry
select * from pg_authid;
select * from pg_shadow;
select * from pg_hba_file_rules;
select key from audit_key;
-- locks: names of locks
select * from pg_locks;
select pg_try_advisory_lock(1);
select * from pg_prepared_xacts;
select * from pg_cursors;
-- transactions: rows by transaction numbers
select pg_current_snapshot(), pg_current_xact_id();
select pg_xact_status('3'::xid8);
select xmin, ctid from registry_person;
select ctid, tableoid from audit_look;
-- write-ahead-log: rows by the log
select pg_create_logical_replication_slot('mine', 'test_decoding');
select * from pg_logical_slot_peek_changes('mine', null, null);
create publication mine for all tables;
select pg_switch_wal();
-- page-inspection absent: raw pages
create extension pageinspect;
select get_raw_page('registry_person', 0);
create extension pg_walinspect;
-- sequences: how many rows there are
select last_value from audit_refusal_id_seq;
select pg_sequence_last_value('lookup_name_part_id_seq');
select setval('audit_refusal_id_seq', 1);
-- listen: what the mirror announces
listen registry_change;
listen waiting_notice;
<change_the_victim>;
select pg_sleep(0.05);
select 1;
-- xml-export: tables as XML
select table_to_xml('registry_person', true, false, '');
select query_to_xml('select * from registry_name', true, false, '');
select schema_to_xml('public', true, false, '');
select database_to_xml(true, false, '');
-- object-identity: rows by functions that read tables
select ts_stat('select part from lookup_name_part');
select pg_relation_filepath('registry_person');
select pg_export_snapshot();
select pg_relation_size('registry_person');
-- failing-cast: a value in the message of a failing cast
select count(*) from accounts_history where why::uuid is null;
select count(*) from orders_order where persons::text::int = 1;
select count(*) from registry_person where niora::int = 1;
select rules_value('audit.look-minutes', <victim>::text)::text::date;
-- reports: values in errors of granted functions
select lookup_area_numbers(array['%']);
select lookup_area_numbers(array['']);
select oversight_queue(<me>, null);
select oversight_own_looks(<me>);
select oversight_looks_at_officer(<me>);
select orders_draw_up(null);
select accounts_invite(<me>, <victim>, 'a', 'b', '[]', '\x00', '');
select rules_propose('audit.look-minutes', '', '"x"', null, null, 'x', <me>);
select waiting_seen(<victim>, <me>);

--- Reports
-- stays: what the mirror says to a list, whom a case is about, and whom it is not for
select result, person, compared_at from cases_stay;
select person from cases_person;
select not_for from cases_case;
select o from cases_case o;
select person from lookup_mark;
-- cases-inside: inner functions of reports
select cases_persons(<case>);
select cases_was_shown(<dimas>, <victim>);
select cases_stay_result(null, '', '');
select cases_recorded(<victim>, 'address');
select cases_lives_at(<victim>, current_date, '31.74.08.1001', '');
select lookup_persons_with_number('<passport_itself>');
select lookup_put_mark(<victim>, 'disputed', <case>, null);
-- list-by-hand: a list of one's own making, compared with the mirror
select cases_take_down(<dimas>, gen_random_uuid(), jsonb_build_object('kind', 'presence', 'thread', gen_random_uuid(), 'language', 'id', 'stays', jsonb_build_array(jsonb_build_object('row', gen_random_uuid(), 'name', 'x', 'nationality', 'x', 'document_number', '<passport_itself>'))), '{}', jsonb_populate_record(null::cases_case, '{"channel": "phone", "office_code": "JKS", "first_answer_due": "2027-01-04", "outcome_due": "2027-01-05"}'), '', '', '');
select cases_compare_stays(<case>);
select result from cases_stay;
-- reports-without-a-look: a report read under no look, or under one of its own transaction
select cases_read(gen_random_uuid(), <dimas>);
begin;
select set_config('attack.look', audit_begin_look(<dimas>, <dimas_device>, cases_claim(<case>, <dimas>), 'case', <case>, null)::text, false);
select cases_read(<own>, <dimas>);
select cases_near(<own>, <dimas>);
rollback;

--- Oracles: each asked about somebody who is there and about nobody (`<asked>`); the two answers must not differ
-- oracle begin-look: is this person registered
select audit_begin_look(<me>, <device>, <ground>, 'card', <asked>, null) is null;
-- oracle open-look: is this person registered
select * from audit_open_look(<me>, <device>, <asked>);
-- oracle keep-open: is this person registered
select * from audit_keep_open(<rahmat>, <device>, <asked>);
-- oracle note-refusal: is this person registered
select audit_note_refusal(<me>, <device>, <ground>, null, 'card', <asked>, null, 'x');
-- oracle show: is this person registered
select audit_show(<look_over>, <me>, array[<asked>]::uuid[], '[{}]', array[null]::bytea[]);
-- oracle draw-up: is this person registered
select orders_draw_up(jsonb_populate_record(null::orders_order, jsonb_build_object('id', gen_random_uuid(), 'office_code', 'JAKSEL', 'purpose', 'x', 'officers', jsonb_build_array(<me>), 'area_codes', jsonb_build_array('31.74'), 'place', 'x', 'persons', jsonb_build_array(<asked>), 'valid_from', now(), 'valid_until', now() + interval '1 hour', 'drawn_by', <me>))) is null;
-- oracle waiting: is this person registered
select waiting_seen(<asked>, <me>);
-- oracle review: is this person registered
select oversight_review_look(<asked>, <me>, 'justified', 'x');
-- oracle queue: is this person registered
select * from oversight_queue(<me>, <asked>);
-- oracle finding: is this person registered
select orders_answer_finding(<asked>, <me>, true);
-- oracle order: is this person registered
select orders_approve(<asked>, <me>);
-- oracle confirm: is this person registered
select rules_refusal_to_confirm(<asked>, <me>);
-- oracle account: is this person registered
select accounts_suspend(<me>, <asked>, 'x');
-- oracle present: is this person registered
select accounts_is_present(<asked>, <device>, 'x', now(), array['petugas']);
-- oracle link-and-tell: is this part of a name his, by a link and a message that are undone
do $$ declare look uuid; begin
    look := audit_begin_look(<dimas>, <dimas_device>, cases_claim(<case>, <dimas>), 'card', <asked>, null);
    perform cases_link_person(<case>, <dimas>, look);
    perform cases_tell(<case>, <dimas>, null, 'message', null, null, '<name_itself>', array[]::uuid[], array[]::bytea[]);
    raise exception 'not his'; end $$;
-- oracle find: is what was found recorded already, of somebody whose card was not opened
do $$ declare look uuid; begin
    look := audit_begin_look(<dimas>, <dimas_device>, cases_claim(<case>, <dimas>), 'card', <asked>, null);
    perform cases_report_discrepancy(look, <dimas>, gen_random_uuid(), 'document', '<passport_itself>', '<passport_itself>', null, jsonb_populate_record(null::cases_case, '{"office_code": "JKS", "first_answer_due": "2027-01-04", "outcome_due": "2027-01-05"}'));
    raise exception 'otherwise'; end $$;
-- oracle session: is this person registered
insert into django_session (session_key, session_data, expire_date) values (<asked>::text, '', now());
