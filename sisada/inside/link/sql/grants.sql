-- The link's own tables: it writes them, the pages and jobs read how the mirror is. The tables of registry and lookup are granted by their owners.
grant select, insert, update, delete, truncate on link_position, link_state, link_copy, link_quarantine, link_freshness to sisada_link;
grant select on link_mirror_age to sisada_link;
grant select on link_state, link_copy, link_freshness, link_mirror_age to sisada_worker;
