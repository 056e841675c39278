"""Data saya keliru: a person who was checked or recorded wrongly says so, in one of five languages, and is answered within 3 × 24 hours
(Law 27/2022 art. 30). Its words in Chinese, Korean and Japanese stand in sisada/locale, where the office may correct them."""
