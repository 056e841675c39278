"""What the ground floor promises."""
