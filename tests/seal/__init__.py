"""The seal as a whole: sealer, crossing, witness and verifier together, on databases that may be spoilt."""
