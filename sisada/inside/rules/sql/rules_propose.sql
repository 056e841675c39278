-- A new row, by somebody who may set rules today. It counts at once, or after rules_confirm where the rule needs two persons.
create or replace function rules_propose(name text, about text, value jsonb, valid_from date, valid_until date, source text, by uuid)
    returns uuid
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
declare
    declared rules_declared;
    made uuid := gen_random_uuid();
begin
    if cardinality(rules_setter_roles(rules_propose.by)) = 0 then
        raise exception 'rules.not-for-this-role' using errcode = 'RU001';
    end if;
    select * into declared from rules_declared as known where known.name = rules_propose.name;
    if declared.name is null or not rules_propose.about = any (declared.abouts) then
        raise exception 'rules.unknown' using errcode = 'RU001';
    end if;
    if not rules_value_fits(rules_propose.value, declared) then
        raise exception 'rules.value-out-of-bounds' using errcode = 'RU001';
    end if;
    if rules_propose.valid_from is null or rules_propose.valid_from < rules_earliest(rules_propose.name, rules_propose.about) then
        raise exception 'rules.begins-too-early' using errcode = 'RU001';
    end if;
    if rules_propose.valid_until < rules_propose.valid_from then
        raise exception 'rules.ends-before-it-begins' using errcode = 'RU001';
    end if;
    if coalesce(btrim(rules_propose.source), '') = '' then
        raise exception 'rules.no-source' using errcode = 'RU001';
    end if;
    insert into rules_row (id, name, about, value, valid_from, valid_until, source, needs_second, set_by)
    values (made, rules_propose.name, rules_propose.about, rules_propose.value, rules_propose.valid_from, rules_propose.valid_until,
        btrim(rules_propose.source), declared.needs_second, rules_propose.by);
    perform rules_tell_second(made);
    return made;
end $$;
