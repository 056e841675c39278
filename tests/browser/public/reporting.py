"""What a reporter does again and again: answer the questions in their order, with whatever hand."""

from playwright.sync_api import Page, expect

STORY = "Dua orang berkelahi di lobi menara Contoh."


def at_step(page: Page, name: str) -> None:
    expect(page.locator(f"form[data-step={name}]")).to_be_attached()


def go_on(page: Page, to: str) -> None:
    page.get_by_role("button", name="Lanjut", exact=True).click()
    at_step(page, to)


def tell_what(page: Page) -> None:
    """From the first question to the photos."""
    page.goto("/lapor/")
    page.locator("[name=danger][value=tidak]").check()
    go_on(page, "apa")
    page.locator("[name=category][value=order]").check()
    go_on(page, "cerita")
    page.locator("[name=what]").fill(STORY)
    go_on(page, "foto")


def tell_where_and_when(page: Page) -> None:
    """From the photos to the review."""
    go_on(page, "tempat")
    page.get_by_label("Alamat atau patokan").fill("Lobi menara Contoh")
    page.get_by_label("Kelurahan", exact=True).select_option(label="Rawajati")
    go_on(page, "waktu")
    page.locator("[name=when]").fill("Tadi malam")
    go_on(page, "warga")
    go_on(page, "siapa")
    go_on(page, "periksa")


def send(page: Page) -> str:
    """From the review to the receipt; the code's words."""
    page.get_by_role("button", name="Kirim", exact=True).click()
    return code_on(page)


def code_on(page: Page) -> str:
    expect(page.locator(".code-words li")).to_have_count(7)
    return " ".join(line.split()[-1] for line in page.locator(".code-words li").all_inner_texts())
