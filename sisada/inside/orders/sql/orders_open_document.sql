-- Somebody's document is in the officer's hand: its number or MRZ may be looked up, and whom that finds may be opened. Nobody's name may.
create or replace function orders_open_document(officer uuid)
    returns uuid
    language plpgsql volatile
    security definer set search_path = public, pg_temp
as $$
begin
    perform orders_require_role(officer, array['petugas', 'atasan', 'meja', 'kepala']);
    return orders_open_own_ground(officer, 'document', (select to_char(clock_timestamp() at time zone zone, '"Dokumen" HH24.MI.SS') from rules_zone),
        array['search', 'card'], make_interval(mins => rules_integer('orders.document-minutes')));
end $$;
