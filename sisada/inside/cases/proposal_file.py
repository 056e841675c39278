"""A proposal to the Directorate as a file: what is recorded, what was found, who answers for it; signed, so that whoever receives it can
tell that it came from this office and is unchanged. The format stands in docs/discrepancies.md."""

import json
from base64 import b64encode
from datetime import datetime

from nacl.signing import SigningKey

from sisada.foundation import environment
from sisada.foundation.clock import office_date
from sisada.foundation.office import office
from sisada.inside.cases.reading import WholeCase


def signed(read: WholeCase, *, officer: str, at: datetime) -> str:
    """The file's text. The signature (Ed25519) is over the exact text of `proposal`, so nobody need write JSON the same way to check it.

    Raises: EnvironmentFault without a key; ValueError when the case is no discrepancy or its words are erased."""
    different = read.discrepancy
    if different is None or different.reported is None:
        raise ValueError("discrepancy")
    proposal = {
        "v": 1,
        "office": office().code,
        "number": f"{read.case.number}/{read.case.year}",
        "niora": different.niora,
        "field": different.field,
        "recorded": different.recorded,
        "found": different.reported,
        "found_on": office_date(read.case.received_at).isoformat(),
        "proposed_by": officer,
        "proposed_at": at.isoformat(timespec="seconds"),
    }
    key = SigningKey(environment.key_from_file("SISADA_PROPOSAL_KEY_FILE"))
    text = json.dumps(proposal, ensure_ascii=False, indent=1)
    signature = b64encode(key.sign(text.encode()).signature).decode()
    return json.dumps({"proposal": text, "signature": signature, "key": key.verify_key.encode().hex()}, ensure_ascii=False, indent=1)
