"""How somebody new comes in, how a lost phone is mended, how one signs in with a passkey; and the admin's pages in every width."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import Browser, CDPSession, Page, expect

from demo.people import PASSWORD, PEOPLE
from sisada.inside import roles as inside
from tests.browser.chromium import DESK, PHONE, SMALLEST, context, unspent_code, wait_for_time_to_type
from tests.browser.house import House
from tests.browser.test_every_page import AXE, violations

pytestmark = pytest.mark.browser
ID_OF = {person.key: person.id for person in PEOPLE}
NEW_PASSWORD = "hujan sore di Rawajati"
PLATFORM_KEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@contextmanager
def visitor(house: House, browser: Browser, **wishes: object) -> Iterator[Page]:
    """A browser that never was here. Its page logs no error: our policy forbids every script that is not ours."""
    complaints: list[str] = []
    with context(browser, house.url, **({"reduced_motion": "reduce"} | wishes)) as profile:
        profile.add_init_script(path=AXE)
        page = profile.new_page()
        page.on("console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        yield page
    assert complaints == []


def whole(page: Page) -> None:
    """Nothing scrolls sideways, axe finds nothing."""
    now = page.viewport_size
    for size in (SMALLEST, PHONE, DESK):
        page.set_viewport_size(size)
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"], f"{page.url} scrolls sideways at {size['width']} px"
    assert violations(page) == []
    page.set_viewport_size(now or PHONE)


def come_in(page: Page, email: str, password: str, code: str) -> None:
    page.goto("/masuk/")
    page.get_by_label("Surel").fill(email)
    page.get_by_label("Kata sandi").fill(password)
    page.get_by_role("button", name="Masuk", exact=True).click()
    page.get_by_label("Kode").fill(code)
    page.get_by_role("button", name="Masuk", exact=True).click()
    page.wait_for_url(lambda url: "/masuk/" not in url)


@pytest.fixture(scope="module")
def admin(house: House, browser: Browser) -> Iterator[Page]:
    with visitor(house, browser, viewport=DESK) as page:
        come_in(page, "agus@kantor.example", PASSWORD, unspent_code("agus"))
        yield page


def invite(admin: Page, name: str, email: str, role: str) -> str:
    admin.goto("/akun/")
    admin.get_by_role("link", name="Undang orang").click()
    whole(admin)
    admin.get_by_label("Nama").fill(name)
    admin.get_by_label("Surel kantor").fill(email)
    admin.get_by_label(role, exact=True).check()
    admin.get_by_label("Alasan").fill("SK 12/2026")
    admin.get_by_role("button", name="Buat undangan").click()
    return read_code(admin)


def agree(house: House) -> None:
    """The head's yes to whatever waits for a second person."""
    with psycopg.connect(house.server("inside").url(inside.DATABASE), autocommit=True) as administrator:
        administrator.execute(
            "select accounts_decide(%s, open.id, 'confirmed', '') from accounts_open_proposal as open", [ID_OF["wirawan"]]
        )


def read_code(admin: Page) -> str:
    code = admin.locator(".invitation-code").inner_text()
    whole(admin)
    return code


def use(page: Page, email: str, code: str) -> None:
    """From the door to the page that sets up the second factor."""
    page.goto("/masuk/")
    page.get_by_role("link", name="Punya kode undangan?").click()
    whole(page)
    page.get_by_label("Surel").fill(email)
    page.get_by_label("Kode undangan").fill(code)
    page.get_by_role("button", name="Lanjutkan").click()
    whole(page)
    page.get_by_label("Kata sandi baru").fill(NEW_PASSWORD)
    page.get_by_label("Sekali lagi").fill(NEW_PASSWORD)
    page.get_by_role("button", name="Simpan").click()
    page.wait_for_url("**/saya/faktor-kedua/")


def set_up_app(page: Page) -> str:
    """Until the first page. Returns the app's secret."""
    whole(page)
    secret = page.locator(".app-secret").inner_text()
    page.get_by_label("Kode").fill(code_of(secret))
    page.get_by_role("button", name="Aktifkan").click()
    page.wait_for_url("**/saya/kode-pemulihan/")
    whole(page)
    expect(page.locator(".codes li")).to_have_count(10)
    page.get_by_role("link", name="Sudah saya simpan").click()
    return secret


def code_of(secret: str) -> str:
    """The app's present code, with time left to type it."""
    wait_for_time_to_type()
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30)))


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_invited_in_person_then_password_app_and_first_page_then_a_lost_phone_and_in_again(
    house: House, browser: Browser, admin: Page, size: dict[str, int]
) -> None:
    email = f"melati-{size['width']}@kantor.example"
    code = invite(admin, "Melati Anggraini", email, "Petugas")
    agree(house)
    with visitor(house, browser, viewport=size) as page, visitor(house, browser, viewport=size) as new_phone:
        use(page, email, code)
        set_up_app(page)
        page.wait_for_url("**/cari/")
        admin.get_by_role("link", name="Sudah diserahkan").click()
        whole(admin)
        admin.get_by_role("link", name="Undangan baru").click()
        whole(admin)
        admin.get_by_label("Alasan").fill("ponsel hilang")
        admin.get_by_role("button", name="Buat undangan").click()
        renewed = read_code(admin)
        agree(house)
        use(new_phone, email, renewed)
        page.goto("/cari/")
        expect(page).to_have_url(f"{house.url}/masuk/")
        set_up_app(new_phone)
        new_phone.wait_for_url("**/cari/")
    admin.get_by_role("link", name="Sudah diserahkan").click()
    expect(admin.get_by_text("ponsel hilang").first).to_be_visible()


def virtual_key(page: Page) -> CDPSession:
    """A phone that keeps passkeys and has just seen its owner's finger."""
    wire = page.context.new_cdp_session(page)
    wire.send("WebAuthn.enable")
    wire.send("WebAuthn.addVirtualAuthenticator", {"options": PLATFORM_KEY})
    return wire


def test_a_passkey_alone_is_set_up_signs_in_and_stays_while_it_is_the_last(house: House, browser: Browser, admin: Page) -> None:
    email = "kenanga@kantor.example"
    code = invite(admin, "Kenanga", email, "Petugas")
    agree(house)
    with visitor(house, browser) as page:
        virtual_key(page)
        use(page, email, code)
        page.get_by_role("link", name="Masuk dengan kunci sandi").click()
        whole(page)
        page.get_by_role("button", name="Simpan kunci sandi").click()
        page.get_by_role("link", name="Sudah saya simpan").click()
        page.wait_for_url("**/cari/")
        page.goto("/saya/kunci/")
        whole(page)
        expect(page.get_by_text("Kunci terakhir tidak dapat dihapus")).to_be_visible()
        page.goto("/saya/")
        page.get_by_role("button", name="Keluar", exact=True).click()
        page.get_by_role("button", name="Masuk dengan kunci sandi").click()
        page.wait_for_url("**/cari/")


def test_a_passkey_is_added_beside_the_app_answers_for_the_code_and_is_removed(house: House, browser: Browser, admin: Page) -> None:
    email = "cempaka@kantor.example"
    code = invite(admin, "Cempaka", email, "Petugas")
    agree(house)
    with visitor(house, browser) as page:
        virtual_key(page)
        use(page, email, code)
        set_up_app(page)
        page.goto("/saya/kunci/")
        page.get_by_role("link", name="Tambah kunci sandi").click()
        page.get_by_role("button", name="Simpan kunci sandi").click()
        page.wait_for_url("**/saya/kunci/")
        whole(page)
        page.goto("/saya/")
        page.get_by_role("button", name="Keluar", exact=True).click()
        page.get_by_label("Surel").fill(email)
        page.get_by_label("Kata sandi").fill(NEW_PASSWORD)
        page.get_by_role("button", name="Masuk", exact=True).click()
        whole(page)
        page.get_by_role("button", name="Pakai kunci sandi").click()
        page.wait_for_url("**/cari/")
        page.goto("/saya/kunci/")
        page.locator("li", has_text="kunci sandi").get_by_role("link", name="Hapus").click()
        page.get_by_label("Kata sandi").fill(NEW_PASSWORD)
        page.get_by_role("button", name="Lanjutkan").click()
        whole(page)
        page.get_by_role("button", name="Hapus kunci").click()
        expect(page.get_by_text("Kunci terakhir tidak dapat dihapus")).to_be_visible()


def test_a_finger_that_is_not_the_owners_opens_nothing_and_the_page_says_so(house: House, browser: Browser) -> None:
    with visitor(house, browser) as page:
        wire = virtual_key(page)
        page.goto("/masuk/")
        del wire
        page.get_by_role("button", name="Masuk dengan kunci sandi").click()
        expect(page.get_by_text("Kunci sandi tidak terbaca")).to_be_visible()
        whole(page)


def test_two_persons_make_a_stand_in_for_the_head(house: House, browser: Browser, admin: Page) -> None:
    admin.goto("/akun/")
    whole(admin)
    admin.get_by_role("link", name="Ratna Dewi").click()
    admin.get_by_role("link", name="Beri peran").click()
    admin.get_by_label("Peran").select_option("kepala")
    admin.get_by_label("Kedudukan").select_option("plh")
    admin.get_by_label("Alasan").fill("cuti kepala")
    admin.get_by_role("button", name="Beri peran").click()
    expect(admin.get_by_text("Plh dan Plt selalu berbatas waktu").first).to_be_visible()
    whole(admin)
    admin.get_by_label("Hari terakhir").fill("2099-01-05")
    admin.get_by_role("button", name="Beri peran").click()
    expect(admin.get_by_text("Menunggu orang kedua.")).to_be_visible()
    with visitor(house, browser) as page:
        come_in(page, "lestari@kantor.example", PASSWORD, unspent_code("lestari"))
        page.goto("/saya/")
        page.get_by_role("link", name="Buka persetujuan akun").click()
        whole(page)
        page.get_by_role("button", name="Setujui").click()
        expect(page.get_by_text("Usul disetujui.")).to_be_visible()
    admin.reload()
    expect(admin.get_by_role("strong").filter(has_text="Plh Kepala kantor").first).to_be_visible()
    whole(admin)


def test_somebody_suspended_is_soon_out_also_on_an_open_page(house: House, browser: Browser, admin: Page) -> None:
    email = "dahlia@kantor.example"
    code = invite(admin, "Dahlia", email, "Petugas")
    agree(house)
    with visitor(house, browser) as page:
        use(page, email, code)
        set_up_app(page)
        page.wait_for_url("**/cari/")
        admin.get_by_role("link", name="Sudah diserahkan").click()
        admin.get_by_role("link", name="Tangguhkan akun").click()
        admin.get_by_label("Alasan").fill("dipanggil pengawas")
        admin.get_by_role("button", name="Tangguhkan akun").click()
        expect(page).to_have_url(f"{house.url}/masuk/")  # nobody touched this page
