-- Follow the changes of the mirror with a cursor of our own: open discrepancies and lists of whoever changed are compared again, and lists with a
-- number that was unknown and is now known. How many changes were followed; none: all are. The link is the mirror's only writer, so changes
-- become visible in the order of their ids. Called by the worker, only while the mirror is whole.
create or replace function cases_follow_mirror(most integer)
    returns integer
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    after_id bigint;
    last_id bigint;
    followed integer;
    touched record;
begin
    select done.change into after_id from cases_followed as done where done.id = 1 for update;
    select max(next.id), count(*) into last_id, followed
    from (select change.id from registry_change as change where change.id > after_id order by change.id limit most) as next;
    for touched in
        select different."case", max(change.position) as position
        from registry_change as change join cases_discrepancy as different on different.person = change.person_id
        where change.id > after_id and change.id <= last_id and different.state in ('open', 'proposed')
        group by different."case" order by different."case"
    loop
        perform cases_weigh_again(touched."case", touched.position);
    end loop;
    for touched in
        with moved as (select distinct change.person_id from registry_change as change where change.id > after_id and change.id <= last_id),
        listed as (
            select coalesce(one.merged_into, one.id) as "case", stay.person, stay.result, stay.document_number
            from cases_stay as stay join cases_case as one on one.id = stay."case" where stay.person is not null or stay.result = 'unknown_number')
        select listed."case" from listed join moved on moved.person_id = listed.person
        union
        select listed."case" from listed, lookup_persons_with_number(listed.document_number) as known (person)
            join moved on moved.person_id = known.person
        where listed.result = 'unknown_number'
        order by 1
    loop
        perform cases_compare_stays(touched."case");
    end loop;
    update cases_followed as done set change = coalesce(last_id, after_id) where done.id = 1;
    return followed;
end $$;
