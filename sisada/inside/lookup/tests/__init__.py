"""What looking up promises, rule by rule."""
