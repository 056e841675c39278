-- Whether two places may be one: not in two kelurahan; within one by the name of the building or the street, where both sides give one. Null: too
-- little is known to say. `recorded`: the names that the mirror has for the place. Never granted.
create or replace function cases_same_place(recorded_kelurahan text, recorded text[], reported_kelurahan text, reported text)
    returns boolean
    language sql immutable
as $$
    with asked as (select cases_plain_place(reported) as place),
    named as (
        select bool_or(strpos(asked.place, part) > 0 or strpos(part, asked.place) > 0) as alike
        from asked, unnest(recorded) as one, cases_plain_place(one) as part where part <> '' and asked.place <> '')
    select case
        when recorded_kelurahan <> reported_kelurahan then false
        when recorded_kelurahan = reported_kelurahan then coalesce(alike, true)
        when alike then true end
    from named
$$;
