-- Whether a value may stand in a row of this rule: a whole number within its bounds, or an object, whose parts Python has parsed.
create or replace function rules_value_fits(value jsonb, declared rules_declared)
    returns boolean
    language sql immutable
    security definer set search_path = public, pg_temp
as $$
    select coalesce(case
        when declared.least is null then jsonb_typeof(value) = 'object'
        when jsonb_typeof(value) = 'number' then value::numeric = trunc(value::numeric) and value::numeric between declared.least and declared.most
        else false end, false)
$$;
