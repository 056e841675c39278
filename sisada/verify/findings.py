"""What can be found, in the office's language and in English. A sentence names rows by their key, never a person."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum


class Code(StrEnum):
    """For scripts and tests."""

    ROW_CHANGED = "row-changed"
    TEXT_CHANGED = "text-changed"
    ROW_GONE = "row-gone"
    SALT_GONE = "salt-gone"
    ERASURE_UNKNOWN = "erasure-unknown"
    ERASURE_EARLY = "erasure-early"
    ERASURE_OF_NOTHING = "erasure-of-nothing"
    NAME = "name"
    UNSEALED = "unsealed"
    LATE = "late"
    AHEAD = "ahead"
    GAP = "gap"
    CHAIN = "chain"
    SEALED_TWICE = "sealed-twice"
    UNKNOWN_KIND = "unknown-kind"
    NOT_AS_SIGNED = "not-as-signed"
    SIGNATURE = "signature"
    KEY_NOT_BELIEVED = "key-not-believed"
    FALSE_KEY = "false-key"
    OTHER_KEY = "other-key"
    ENDORSEMENT = "endorsement"
    KEY_OUT_OF_TIME = "key-out-of-time"
    CHECKPOINT_MISSING = "checkpoint-missing"
    CHECKPOINT_ORDER = "checkpoint-order"
    CLOCK_BACK = "clock-back"
    CLOCK_AHEAD = "clock-ahead"
    WITNESS_SIGNATURE = "witness-signature"
    RECEIVED_BEFORE = "received-before"
    REWRITTEN = "rewritten"
    FORK = "fork"
    CUT = "cut"
    NOT_CARRIED = "not-carried"


# fmt: off
SENTENCES = {
    Code.ROW_CHANGED: "Baris {key} dari {table} diubah setelah segel {number}. / The row {key} of {table} was changed after seal {number}.",
    Code.TEXT_CHANGED: "Isi tentang orang pada baris {key} dari {table} tidak lagi seperti saat disegel (segel {number}). / "
                       "What the row {key} of {table} says of a person is not what was sealed (seal {number}).",
    Code.ROW_GONE: "Baris {key} dari {table} hilang; segel {number} membuktikan baris itu pernah ada. / "
                   "The row {key} of {table} is gone; seal {number} says that it was there.",
    Code.SALT_GONE: "Garam segel {number} hilang, tetapi penghapusan baris {key} dari {table} tidak tercatat. / "
                    "The salt of seal {number} is gone, and no erasure of the row {key} of {table} is on record.",
    Code.ERASURE_UNKNOWN: "Penghapusan {key}: tidak ada aturan {why} yang menghapus isi {table}. / "
                          "The erasure {key}: no rule {why} erases anything of {table}.",
    Code.ERASURE_EARLY: "Penghapusan {key}: baris {row} dari {table} bertanggal {at}, lebih muda daripada aturan {why} ({days} hari). / "
                        "The erasure {key}: the row {row} of {table} is dated {at}, not yet as old as the rule {why} asks ({days} days).",
    Code.ERASURE_OF_NOTHING: "Penghapusan {key}: baris {row} dari {table} tidak ada. / "
                             "The erasure {key}: there is no row {row} of {table}.",
    Code.NAME: "Nama pengguna {key} bukan nama yang terakhir dicatat baginya. / "
               "The name of the user {key} is not the one that was put on record last.",
    Code.UNSEALED: "Baris {key} dari {table} bertanggal {at} tetapi tanpa segel: belum ada ketika semua hingga {complete} disegel. / "
                   "The row {key} of {table} is dated {at} and has no seal: it was not there when all until {complete} was sealed.",
    Code.LATE: "Baris {key} dari {table} bertanggal {at}, tetapi belum ada ketika semua hingga {complete} disegel. / "
               "The row {key} of {table} is dated {at}, but was not there when all until {complete} was sealed.",
    Code.AHEAD: "Baris {key} dari {table} bertanggal {at}, sesudah titik periksa {signed} yang mencakupnya. / "
                "The row {key} of {table} is dated {at}, after the checkpoint of {signed} that covers it.",
    Code.GAP: "Sesudah segel {before} datang segel {number}: yang di antaranya hilang. / "
              "After seal {before} comes {number}: those between are missing.",
    Code.CHAIN: "Segel {number} tidak menyambung dari segel sebelumnya. / Seal {number} does not follow from the one before it.",
    Code.SEALED_TWICE: "Baris {key} dari {table} disegel {times} kali. / The row {key} of {table} is sealed {times} times.",
    Code.UNKNOWN_KIND: "{times} segel untuk {table}, tabel yang tidak disegel. / "
                       "{times} seals are of {table}, which is not a table that is sealed.",
    Code.NOT_AS_SIGNED: "Titik periksa {number} ditandatangani atas rantai {count} baris yang lain daripada yang ada di sini. / "
                        "Checkpoint {number} was signed over another chain of {count} rows than the one that stands here.",
    Code.SIGNATURE: "Tanda tangan titik periksa {number} tidak sah. / The signature of checkpoint {number} is not right.",
    Code.KEY_NOT_BELIEVED: "Titik periksa {number} ditandatangani dengan kunci {key_id}, bukan kunci yang dipercaya. / "
                           "Checkpoint {number} is signed with the key {key_id}, which is not to be believed.",
    Code.FALSE_KEY: "Kunci yang disebut {key_id} ternyata kunci lain. / The key that is called {key_id} is another one.",
    Code.OTHER_KEY: "Kunci {key_id} juga dipakai di sini; bila tercantum pada lembar auditor, sebutkan dengan --key. / "
                    "A key {key_id} is used here too; if it stands on the auditor's sheet, give it with --key.",
    Code.ENDORSEMENT: "Serah terima dari kunci {endorsed_by} kepada kunci {key_id} tidak sah di sini. / "
                      "That the key {endorsed_by} handed over to the key {key_id} is not right here.",
    Code.KEY_OUT_OF_TIME: "Titik periksa {number} ditandatangani dengan kunci {key_id} di luar masanya. / "
                          "Checkpoint {number} is signed with the key {key_id} before it took over, or after it handed over.",
    Code.CHECKPOINT_MISSING: "Sesudah titik periksa {before} datang {number}: yang di antaranya hilang. / "
                             "After checkpoint {before} comes {number}: those between are missing.",
    Code.CHECKPOINT_ORDER: "Titik periksa {number} tidak menyambung dari titik periksa {before} yang ada di sini. / "
                           "Checkpoint {number} does not follow the checkpoint {before} that stands here.",
    Code.CLOCK_BACK: "Titik periksa {number} bertanggal {at}, sebelum pendahulunya: jam dimundurkan. / "
                     "Checkpoint {number} is dated {at}, before the one that it follows: the clock was put back.",
    Code.CLOCK_AHEAD: "Titik periksa {number} menyebut waktu sesudah tanda tangannya sendiri: jam diubah. / "
                      "Checkpoint {number} speaks of a time after its own signature: a clock was changed.",
    Code.WITNESS_SIGNATURE: "Di luar, titik periksa {number} tidak ditandatangani dengan kunci yang dipercaya ({key_id}). / "
                            "Outside, checkpoint {number} is not signed with a key to be believed ({key_id}).",
    Code.RECEIVED_BEFORE: "Titik periksa {number} tiba di luar sebelum waktu yang tertulis padanya: jam di dalam dimajukan. / "
                          "Checkpoint {number} came outside before the time written on it: the inside's clock was ahead.",
    Code.REWRITTEN: "Mulai titik periksa {number}, {times} di luar berbeda dari yang di dalam: isi di dalam ditulis ulang, atau diteruskan "
                    "dari salinan lama. / "
                    "From checkpoint {number} on, {times} outside are not those inside: the inside was rewritten, or went on "
                    "from an old copy.",
    Code.FORK: "Di luar ada dua titik periksa bernomor {number} ({times} nomor seluruhnya): dua sejarah ditandatangani. / "
               "Outside stand two checkpoints of number {number} ({times} numbers in all): two histories were signed.",
    Code.CUT: "Di luar ada titik periksa hingga {number}, di dalam hingga {inside}: ujungnya dipotong, atau salinan lama dipasang. / "
              "Outside stand checkpoints up to {number}, inside up to {inside}: the end was cut off, or an old copy put back.",
    Code.NOT_CARRIED: "{times} titik periksa tidak pernah tiba di luar: {numbers} (yang pertama {signed}). / "
                      "{times} checkpoints never came outside: {numbers} (the first of {signed}).",
}
# fmt: on


@dataclass(frozen=True)
class Finding:
    code: Code
    sentence: str


@dataclass
class Report:
    findings: list[Finding] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def find(self, code: Code, **named: object) -> None:
        """Instants are given as seconds since 1970."""
        words = {name: say(value) if isinstance(value, float) else value for name, value in named.items()}
        self.findings.append(Finding(code, SENTENCES[code].format(**words)))

    def note(self, sentence: str) -> None:
        self.notes.append(sentence)

    def codes(self) -> set[Code]:
        return {one.code for one in self.findings}


def say(seconds: float) -> str:
    """An instant as people read it."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
