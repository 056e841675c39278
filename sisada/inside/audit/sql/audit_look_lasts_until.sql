-- Until when a look holds that begins now: its minutes, a dated rule, and no longer than its ground. Called by the functions that make looks;
-- never granted.
create or replace function audit_look_lasts_until(basis audit_ground)
    returns timestamptz
    language sql stable
    security definer set search_path = public, pg_temp
as $$
    select least(clock_timestamp() + make_interval(mins => rules_integer('audit.look-minutes')), basis.valid_until)
$$;
