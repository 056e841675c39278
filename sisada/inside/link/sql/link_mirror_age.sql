-- How old and how whole the mirror is: always one row. `source_at` is the "data per" of every answer.
-- phase: waiting (no link has run yet), copying, streaming, halted. copied_share: 0 to 1, by rows.
create or replace view link_mirror_age as
select
    state.source_at,
    state.checked_at,
    coalesce(state.phase, 'waiting') as phase,
    state.reason,
    state.sentence,
    case
        when state.phase is null then 0
        when state.phase = 'copying' then coalesce((select sum(rows_done) / nullif(sum(rows_expected), 0) from link_copy), 0)
        else 1
    end::double precision as copied_share
from (values (1)) as mirror (id)
left join link_state as state on state.id = mirror.id;
