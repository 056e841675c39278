"""The passage between both sides, on databases of its own: what it takes in, what it brings out, what it does with what it cannot."""
