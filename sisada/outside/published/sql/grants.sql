-- The carrier adds and does nothing else. Who may read stands in columns.toml: the faces of the outside, both tables whole.
grant insert on published_audit_key, published_audit_head to sisada_carrier;
