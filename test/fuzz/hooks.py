# A check of our own, found by SCHEMATHESIS_HOOKS: what fits the schema of a request is not turned away for its shape.

import re

import schemathesis

# Fields that rules judge beside the schema: dates of a year, a school that is in the group. They too answer 422 `invalid`.
JUDGED = {
    "/on", "/dueOn", "/respondBy", "/until", "/reviewOn", "/opensOn", "/closesOn", "/sessions", "/weeks", "/places",
    "/journey", "/urn", "/school/urn", "/hub", "/academicYear", "/concern", "/task", "/event", "/reminder", "/contacts", "/after", "/into", "/year", "/url", "/schools",
    # Words to be taken out stand in some text; a letter reaches an address (the schema knows what mail servers are handed).
    "/words", "/email", "/contact/email", "/contacts/*/email", "/school/headteacher/email",
    # One of both names is enough, whichever.
    "/firstName", "/lastName", "/contact/firstName", "/contact/lastName",
}


@schemathesis.check
def what_fits_is_taken(ctx, response, case):
    if case.meta is None or not case.meta.generation.mode.is_positive or response.status_code not in (400, 405, 406, 413, 415, 422):
        return
    problem = response.json()
    # schemathesis writes If-Match by itself, whatever pattern the document has for it, and uses keys again.
    if problem.get("code") == "key-reused" or problem.get("detail", "").startswith("If-Match is ETags"):
        return
    pointers = {re.sub(r"/\d+(?=/|$)", "/*", fault["pointer"]) for fault in problem.get("errors", [])}
    # "": what is named does not go together (of a calendar link, one thing is named).
    if not pointers or not pointers <= JUDGED | {""}:
        raise AssertionError(f"{response.status_code} for what fits the schema: {problem.get('detail')}")
