"""What somebody with guests does again and again, and somebody with an objection."""

from playwright.sync_api import Page, expect

from tests.browser.public.reporting import at_step, go_on

PLACE = "Kos Melati, Jl. Contoh 3"


def to_the_list(page: Page, way: str = "ketik") -> None:
    page.goto("/keberadaan/")
    page.get_by_label("Alamat atau patokan").fill(PLACE)
    go_on(page, "cara")
    page.locator(f"[name=cara][value={way}]").check()
    go_on(page, "orang")


def write_person(page: Page, name: str, since: str = "2026-02-03") -> None:
    page.get_by_label("Nama", exact=True).fill(name)
    page.get_by_label("Kewarganegaraan").fill("Utopia")
    page.get_by_label("Tanggal masuk").fill(since)


def add_person(page: Page, name: str) -> None:
    write_person(page, name)
    page.get_by_role("button", name="Tambah orang lagi").click()
    expect(page.locator(".listed b", has_text=name)).to_be_visible()
    expect(page.get_by_label("Nama", exact=True)).to_have_value("")


def to_the_review(page: Page) -> None:
    go_on(page, "pelapor")
    go_on(page, "periksa")


def object_to(page: Page, language: str) -> None:
    """From the first question to the review, in whatever language: by fields, not by words."""
    page.goto("/data-saya/" if language == "id" else f"/{language}/data-saya/")
    page.locator("[name=reason][value=not_me]").check()
    for step, field, typed in (
        ("keliru", "what", "Bukan saya."),
        ("kode-cek", "check_code", "7K4M2Q"),
        ("nomor", "name", "Anna"),
        ("kontak", "", ""),
    ):
        page.locator("button.button-main[value=lanjut]").click()
        at_step(page, step)
        if field:
            page.locator(f"[name={field}]").fill(typed)
    page.locator("button.button-main[value=lanjut]").click()
    at_step(page, "periksa")


def send_it(page: Page) -> None:
    page.locator("button[value=kirim]").click()
    expect(page.locator(".code-words li")).to_have_count(7)
