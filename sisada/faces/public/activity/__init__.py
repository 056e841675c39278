"""Kegiatan yang meresahkan: what somebody saw done. It asks for facts; there is no field for race, religion or looks."""
