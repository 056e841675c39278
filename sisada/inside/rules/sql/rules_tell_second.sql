-- Whoever may confirm this row is told at once, until the midnight from which it can no longer be confirmed; nobody, where one person is
-- enough. It calls waiting, a capability above: the wait must begin in the transaction that makes the row. Never granted.
create or replace function rules_tell_second(dated uuid)
    returns void
    language sql volatile
    security definer set search_path = public, pg_temp
as $$
    select waiting_tell_between(second.id, 'rule-change', asked.id, clock_timestamp(),
        (asked.valid_from + 1 - (rules_earliest(asked.name, asked.about) - rules_today()))::timestamp at time zone zoned.zone)
    from rules_row as asked
    cross join rules_zone as zoned
    join sign_in_user as second on rules_refusal_to_confirm(asked.id, second.id) is null
    where asked.id = dated
$$;
