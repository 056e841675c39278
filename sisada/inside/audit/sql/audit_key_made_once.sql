-- The key of the answers is made with the database and leaves it never.
insert into audit_key (id, key)
select 1, sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8'))
on conflict do nothing;
