-- The first day on which a new row may begin: tomorrow, so that no day changes while it is being worked; today only where nothing holds today.
create or replace function rules_earliest(name text, about text)
    returns date
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select rules_today() + case when rules_value(rules_earliest.name, rules_earliest.about) is null then 0 else 1 end
$$;
