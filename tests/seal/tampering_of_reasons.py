"""Ways to rewrite what looks rest on and what was made of them: orders, second persons, reviews, roles, names."""

from collections.abc import Callable

from sisada.verify.findings import Code
from tests.seal.house import House
from tests.seal.tampering import Tampering

UNNOTED = "update sign_in_user set name = 'Rahmat'; delete from accounts_name where name = 'Rahmat'"


def does(statement: str) -> Callable[[House], None]:
    def do(house: House) -> None:
        assert house.admin.execute(statement.encode()).rowcount

    return do


def _changed(statement: str, found: Code = Code.ROW_CHANGED) -> Tampering:
    return Tampering(does(statement), found)


OF_REASONS = {
    "another purpose of the order": _changed("update orders_order set purpose = 'Pengawasan rutin'"),
    "a person added to the order": _changed("update orders_order set persons = persons || gen_random_uuid()", Code.TEXT_CHANGED),
    "another approver": _changed("update orders_approval set approver = gen_random_uuid()"),
    "a refused order": _changed("delete from orders_refusal", Code.ROW_GONE),
    "a later cancellation": _changed("update orders_cancellation set cancelled_at = cancelled_at + interval '1 day'"),
    "another sentence of the finding": _changed("update orders_finding set sentence = 'Melarikan diri'"),
    "another superior answered": _changed("update orders_finding_answer set answered_by = gen_random_uuid()"),
    "a milder review": _changed("update oversight_review set outcome = 'justified'"),
    "another remark in the review": _changed("update oversight_review set remark = 'Sesuai perintah'", Code.TEXT_CHANGED),
    "never drawn for review": _changed("delete from oversight_case", Code.ROW_GONE),
    "another person asked about": _changed("update oversight_asked_person set person = gen_random_uuid()", Code.TEXT_CHANGED),
    "another role then": _changed("update accounts_role_held set role = 'atasan'"),
    "a role that never ended": _changed("delete from accounts_role_end", Code.ROW_GONE),
    "another second person": _changed("update accounts_role_decision set decided_by = gen_random_uuid()"),
    "another reason of a suspension": _changed("update accounts_suspension set why = 'Cuti'"),
    "another name in place": _changed(
        "update sign_in_user set name = 'Rahmat'; delete from accounts_name where name = 'Rahmat'", Code.NAME
    ),
    "another name on record": _changed("update accounts_name set name = 'Rahmat'", Code.TEXT_CHANGED),
    "another's name taken over": _changed(f"{UNNOTED}; update accounts_name set name = 'Rahmat'", Code.TEXT_CHANGED),
}
