"""SISADA KERAMAS: one data about foreign nationals, live, for the officers of an immigration office."""
