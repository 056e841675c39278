-- A case comes into somebody's hands: for its hours he may read it and, unless it is closed, search and open persons on its ground. Never granted.
-- Source: the office's own rule; Law 27/2022 art. 20 (a purpose, and no longer than it needs).
create or replace function cases_open_hold(wanted cases_case, officer uuid, kind text, given_by uuid)
    returns uuid
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    made cases_hold;
begin
    insert into cases_hold ("case", officer, kind, until)
    values (wanted.id, cases_open_hold.officer, cases_open_hold.kind, clock_timestamp() + make_interval(hours => rules_integer('cases.hold-hours')))
    returning * into made;
    perform audit_publish_ground(made.id, 'case', wanted.number || '/' || wanted.year, '', array[made.officer],
        case wanted.state when 'closed' then array['case'] else array['case', 'search', 'card'] end,
        array[]::text[], null, made.since, made.until, given_by);
    return made.id;
end $$;
