"""The web faces: composition only. Each has its routes, its settings, its page frame and one database role."""
