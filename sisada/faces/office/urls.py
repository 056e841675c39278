"""Every route of the office face, one line each: its table of contents. The test that tries every route as every role walks it."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, path
from django.views.i18n import set_language

from sisada.faces.office import entrance, help_pages, streams, waiting
from sisada.foundation.parts.switches.theme import choose_theme
from sisada.inside.accounts import admin_views, invitation_views, proposal_views
from sisada.inside.accounts import views as accounts
from sisada.inside.accounts.access import open_to
from sisada.inside.accounts.roles import Role
from sisada.inside.cases import (
    act_views,
    case_views,
    discrepancy_report_views,
    discrepancy_views,
    held_views,
    intake_views,
    queue_views,
    second_views,
)
from sisada.inside.holidays import views as holidays
from sisada.inside.lookup import area_views
from sisada.inside.lookup import views as lookup
from sisada.inside.orders import finding_views, ground_views, rota_views
from sisada.inside.orders import views as orders
from sisada.inside.oversight import code_views, own_views, review_views, seal_views, unused_finding_views
from sisada.inside.oversight import views as oversight
from sisada.inside.rules import views as rules
from sisada.sign_in import keys
from sisada.sign_in import pages as sign_in_pages
from sisada.sign_in import views as sign_in

sets_rules = open_to(Role.ADMIN, Role.KEPALA)  # marked here: rules lie below accounts and know no roles

urlpatterns: list[URLPattern | URLResolver] = [
    path("", entrance.root, name="root"),
    # sign_in
    path("masuk/", sign_in_pages.sign_in, name="account_login"),
    path("masuk/kode/", keys.second_factor, name="mfa_authenticate"),
    path("masuk/kunci/", keys.sign_in_by_passkey, name="mfa_login_webauthn"),
    path("masuk/perangkat/", sign_in.register_device, name="register_device"),
    path("masuk/ulang/", sign_in_pages.password_again, name="account_reauthenticate"),
    path("masuk/ulang/kode/", sign_in_pages.code_again, name="mfa_reauthenticate"),
    path("masuk/ulang/kunci/", keys.passkey_again, name="mfa_reauthenticate_webauthn"),
    path("masuk/nonaktif/", sign_in_pages.inactive, name="account_inactive"),
    path("keluar/", entrance.sign_out, name="account_logout"),
    path("saya/", accounts.me, name="me"),
    path("saya/keluar-semua/", sign_in.end_other_sessions, name="end_other_sessions"),
    path("saya/perangkat/<uuid:device_id>/pencabutan/", accounts.revoke_own_device, name="revoke_device"),
    path("saya/faktor-kedua/", keys.add_app, name="mfa_activate_totp"),
    path("saya/kunci/", keys.keys, name="mfa_index"),
    path("saya/kunci/baru/", keys.add_passkey, name="mfa_add_webauthn"),
    path("saya/kunci/<int:key_id>/penghapusan/", keys.remove_key, name="remove_key"),
    path("saya/kode-pemulihan/", sign_in_pages.recovery_codes, name="mfa_view_recovery_codes"),
    path("saya/kode-pemulihan/baru/", sign_in_pages.new_recovery_codes, name="mfa_generate_recovery_codes"),
    # accounts
    path("undangan/", invitation_views.invitation, name="invitation"),
    path("undangan/kata-sandi/", invitation_views.invitation_password, name="invitation_password"),
    path("akun/", admin_views.accounts, name="people"),
    path("akun/undangan/", admin_views.invite, name="people_invite"),
    path("akun/persetujuan/", proposal_views.waiting, name="people_proposals"),
    path("akun/persetujuan/<uuid:proposal_id>/", proposal_views.decide, name="people_decide"),
    path("akun/<uuid:user_id>/", admin_views.account, name="people_account"),
    path("akun/<uuid:user_id>/peran/", admin_views.grant_role, name="people_grant_role"),
    path("akun/<uuid:user_id>/peran/<uuid:held_id>/akhir/", admin_views.end_role, name="people_end_role"),
    path("akun/<uuid:user_id>/undangan/", admin_views.renew, name="people_renew"),
    path("akun/<uuid:user_id>/penangguhan/", admin_views.suspend, name="people_suspend"),
    path("akun/<uuid:user_id>/penangguhan/akhir/", admin_views.lift_suspension, name="people_lift"),
    path("akun/<uuid:user_id>/sesi/akhir/", admin_views.end_sessions, name="people_end_sessions"),
    path("akun/<uuid:user_id>/perangkat/<uuid:device_id>/pencabutan/", admin_views.revoke_device, name="people_revoke_device"),
    # orders
    path("dasar/", ground_views.choose_ground, name="grounds"),
    path("dasar/dokumen/", ground_views.document_in_hand, name="document_in_hand"),
    path("dasar/tugas-meja/", ground_views.desk_task, name="desk_task"),
    path("dasar/tinjauan/", ground_views.review, name="review_ground"),
    path("dasar/permintaan-sendiri/", ground_views.own_request, name="own_request_ground"),
    path("surat-perintah/", orders.order_list, name="orders"),
    path("surat-perintah/baru/", orders.draw_up, name="orders_draw_up"),
    path("surat-perintah/<uuid:order_id>/", orders.order, name="orders_one"),
    path("surat-perintah/<uuid:order_id>/persetujuan/", orders.approve, name="orders_approve"),
    path("surat-perintah/<uuid:order_id>/penolakan/", orders.refuse, name="orders_refuse"),
    path("surat-perintah/<uuid:order_id>/pembatalan/", orders.cancel, name="orders_cancel"),
    path("orang/<uuid:person_id>/surat-perintah/", orders.name_person, name="orders_name_person"),
    path("temuan/", finding_views.finding_list, name="orders_findings"),
    path("temuan/baru/", finding_views.report_finding, name="orders_report_finding"),
    path("temuan/giliran/", rota_views.answering_rota, name="orders_rota"),
    path("temuan/giliran/<uuid:row_id>/pencabutan/", rota_views.take_off_rota, name="orders_take_off_rota"),
    path("temuan/<uuid:finding_id>/", finding_views.finding, name="orders_finding"),
    path("temuan/<uuid:finding_id>/jawaban/", finding_views.answer_finding, name="orders_answer_finding"),
    # lookup
    path("cari/", lookup.search, name="search"),
    path("cari/<int:number>/", lookup.search_results, name="search_results"),
    path("orang/<uuid:person_id>/", lookup.person, name="person"),
    path("orang/<uuid:person_id>/kartu/", lookup.person_card, name="person_card"),
    path("orang/<uuid:person_id>/foto/", lookup.photo, name="photo"),
    path("orang/<uuid:person_id>/langsung/", streams.person_stream, name="person_stream"),
    path("wilayah/", area_views.areas, name="areas"),
    path("wilayah/<str:code>/", area_views.one_area, name="area"),
    path("wilayah/<str:code>/daftar/", area_views.open_area_list, name="open_area_list"),
    path("wilayah/daftar/<int:number>/", area_views.area_list, name="area_list"),
    # oversight
    path("audit/", oversight.audit, name="audit"),
    path("audit/jejak/<int:number>/", oversight.audit_trail, name="audit_trail"),
    path("audit/jejak/<int:number>/lanjutan/", oversight.audit_more, name="audit_more"),
    path("audit/kode/", code_views.code, name="audit_code"),
    path("audit/kode/<int:number>/", code_views.stood, name="audit_stood"),
    path("audit/tinjauan/", review_views.queue, name="audit_queue"),
    path("audit/tinjauan/<uuid:look_id>/", review_views.one_look, name="audit_look"),
    path("audit/tinjauan/temuan/<uuid:case_id>/", unused_finding_views.unused_finding, name="audit_unused_finding"),
    path("audit/segel/<uuid:standstill_id>/", seal_views.standstill, name="audit_standstill"),
    path("audit/permintaan/", own_views.own_request, name="audit_own_request"),
    path("audit/permintaan/<int:number>/", own_views.own_trail, name="audit_own_trail"),
    path("audit/permintaan/<int:number>/<slug:language>/", own_views.own_paper, name="audit_own_paper"),
    path("saya/jejak/", own_views.my_trail, name="me_trail"),
    # cases
    path("laporan/tertahan/", held_views.held, name="cases_held_letters"),
    path("laporan/tertahan/ulangi/", held_views.open_again, name="cases_open_letters_again"),
    path("laporan/", queue_views.waiting, name="cases_queue"),
    path("laporan/langsung/", streams.cases_stream, name="cases_stream"),
    path("laporan/ambil/", queue_views.take_next, name="cases_take_next"),
    path("laporan/bukan-wewenang/", queue_views.not_ours_many, name="cases_not_ours_many"),
    path("laporan/baru/", intake_views.take_down, name="cases_intake"),
    path("laporan/mata-kedua/", second_views.second_eyes, name="cases_second_eyes"),
    path("laporan/mata-kedua/ambil/", second_views.take, name="cases_second_take"),
    path("laporan/<uuid:case_id>/", case_views.one, name="cases_one"),
    path("laporan/<uuid:case_id>/keadaan/", case_views.state, name="cases_state"),
    path("laporan/<uuid:case_id>/foto/<uuid:photo_id>/", case_views.photo, name="cases_photo"),
    path("laporan/<uuid:case_id>/ambil/", case_views.claim, name="cases_claim"),
    path("laporan/<uuid:case_id>/lepas/", act_views.release, name="cases_release"),
    path("laporan/<uuid:case_id>/penyerahan/", act_views.hand_over, name="cases_hand_over"),
    path("laporan/<uuid:case_id>/catatan/", act_views.note, name="cases_note"),
    path("laporan/<uuid:case_id>/pesan/", act_views.message, name="cases_message"),
    path("laporan/<uuid:case_id>/putusan/", act_views.decide, name="cases_decide"),
    path("laporan/<uuid:case_id>/penutupan/", act_views.close, name="cases_close"),
    path("laporan/<uuid:case_id>/penggabungan/", act_views.merge, name="cases_merge"),
    path("laporan/<uuid:case_id>/barang-bukti/", act_views.keep_as_evidence, name="cases_evidence"),
    path("laporan/<uuid:case_id>/orang/", act_views.find_person, name="cases_find_person"),
    path("laporan/<uuid:case_id>/orang/nihil/", act_views.link_nobody, name="cases_link_nobody"),
    path("laporan/<uuid:case_id>/orang/<uuid:person_id>/", act_views.open_person, name="cases_open_person"),
    path("laporan/<uuid:case_id>/mata-kedua/setuju/", second_views.agree, name="cases_agree"),
    path("laporan/<uuid:case_id>/mata-kedua/tidak/", second_views.disagree, name="cases_disagree"),
    path("orang/<uuid:person_id>/laporan/", act_views.link_person, name="cases_link_person"),
    path("ketidaksesuaian/", discrepancy_views.all_of_them, name="discrepancies"),
    path("ketidaksesuaian/<uuid:case_id>/", discrepancy_views.one, name="discrepancy"),
    path("ketidaksesuaian/<uuid:case_id>/ambil/", discrepancy_views.claim, name="discrepancy_claim"),
    path("ketidaksesuaian/<uuid:case_id>/lepas/", discrepancy_views.release, name="discrepancy_release"),
    path("ketidaksesuaian/<uuid:case_id>/usulan/", discrepancy_views.propose, name="discrepancy_propose"),
    path("ketidaksesuaian/<uuid:case_id>/usulan/berkas/", discrepancy_views.proposal, name="discrepancy_proposal"),
    path("ketidaksesuaian/<uuid:case_id>/nota/", discrepancy_views.note, name="discrepancy_note"),
    path("ketidaksesuaian/<uuid:case_id>/pencabutan/", discrepancy_views.withdraw, name="discrepancy_withdraw"),
    path("ketidaksesuaian/<uuid:case_id>/selesai/", discrepancy_views.note_corrected, name="discrepancy_corrected"),
    path("orang/<uuid:person_id>/ketidaksesuaian/", discrepancy_report_views.report, name="report_discrepancy"),
    # rules
    path("aturan/", sets_rules(rules.all_rules), name="rules"),
    path("aturan/hari-libur/", sets_rules(holidays.holidays), name="rules_holidays"),
    path("aturan/hari-libur/<str:day>/", sets_rules(holidays.holiday_off), name="rules_holiday_off"),
    path("aturan/<str:rule>/", sets_rules(rules.one_rule), name="rules_one"),
    path("aturan/baris/<uuid:row>/", sets_rules(rules.one_row), name="rules_row"),
    path("aturan/baris/<uuid:row>/penegasan/", sets_rules(rules.confirm), name="rules_confirm"),
    path("aturan/baris/<uuid:row>/penarikan/", sets_rules(rules.withdraw), name="rules_withdraw"),
    # the face itself
    path("langsung/", streams.page_stream, name="page_stream"),
    path("menunggu/", waiting.strip, name="waiting"),
    path("menunggu/<uuid:notice_id>/dibaca/", waiting.seen, name="waiting_seen"),
    path("bantuan/", help_pages.contents, name="help"),
    path("bantuan/<slug:name>/", help_pages.page, name="help_page"),
    path("bahasa/", set_language, name="set_language"),
    path("tampilan/", choose_theme, name="theme"),
]
if settings.PARTS_PAGE:
    from sisada.faces.office.gaya import gaya

    urlpatterns.append(path("gaya/", gaya, name="gaya"))

handler404 = "sisada.faces.office.problems.not_found"
handler500 = "sisada.faces.office.problems.broken"
