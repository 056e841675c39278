"""What the mirror and its rules promise, case by case."""
