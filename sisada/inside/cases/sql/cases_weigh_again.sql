-- The mirror changed for somebody: an open discrepancy of his whose field now says what was found is closed by that change, and whoever handled or
-- proposed it is told; one whose field says something else, still not what was found, goes on with what is recorded now. Never granted.
create or replace function cases_weigh_again(wanted uuid, at_position bigint)
    returns void
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    weighed cases_case;
    different cases_discrepancy;
    now_recorded text;
begin
    select * into weighed from cases_case as one where one.id = wanted and one.state <> 'closed' for update;
    select * into different from cases_discrepancy as named where named."case" = weighed.id;
    now_recorded := cases_recorded(different.person, different.field);
    if different."case" is null or now_recorded is not distinct from different.recorded then
        return;
    end if;
    update cases_discrepancy as named set recorded = now_recorded where named."case" = wanted;
    if not cases_agrees(different) then
        update cases_case as named set version = named.version + 1 where named.id = wanted;
        perform cases_changed(wanted, null, 'mirror-moved');
        return;
    end if;
    update cases_discrepancy as named set state = 'closed', closed_at = clock_timestamp(), closed_by_position = at_position where named."case" = wanted;
    perform cases_shut(wanted, null, 'fact');
    perform waiting_tell(whom.id, 'discrepancy-closed', wanted, clock_timestamp())
    from sign_in_user as whom where whom.is_active and whom.id in (weighed.handler, different.proposed_by);
end $$;
