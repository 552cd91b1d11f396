"""A check for Schemathesis: no answer holds what is nobody's business, or words of the program's inner parts."""
import os
import urllib.parse

import schemathesis

INNER = ["SQLITE_", "SELECT ", "PostgresDriver", "SQLiteDriver", "Fatal error", ".swift:", "keys/identity"]
WORDS = INNER + os.environ["HUIZHI_SECRETS"].split("\n")


@schemathesis.check
def no_leak(ctx, response, case):
    # Constants of this file are tried as parameters too, and pages repeat what was asked.
    body = response.request.body or b""
    asked = response.request.url + " " + (body if isinstance(body, str) else body.decode("latin-1"))
    asked = urllib.parse.unquote_plus(asked)
    found = [word for word in WORDS if word.encode() in response.content and word not in asked]
    assert not found, f"the answer holds {found}"
