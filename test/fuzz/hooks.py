# A check of our own, found by SCHEMATHESIS_HOOKS: what fits the schema of a request is not turned away for its shape.

import re
import unicodedata

import schemathesis

# Fields that rules judge beside the schema: dates of a year, a school that is in the group. They too answer 422 `invalid`.
JUDGED = {
    "/on", "/dueOn", "/respondBy", "/until", "/reviewOn", "/opensOn", "/closesOn", "/sessions", "/weeks", "/places",
    "/journey", "/urn", "/school/urn", "/hub", "/academicYear", "/concern", "/task", "/event", "/reminder", "/contacts", "/after", "/into", "/year", "/url", "/schools",
}

# The schema knows one plain address, as every release did; a letter reaches fewer. These alone may be turned away.
ADDRESS = re.compile(r"^(.*/)?email$")
LOCAL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}")
# One of both names is enough, whichever: JSON Schema would say so with `anyOf`, which no release before had.
NAME = re.compile(r"^(.*/)?(firstName|lastName)$")
FILLERS = "\u115f\u1160\u2800\u3164\uffa0"


def is_reached(address):
    """Whether a letter could be sent there: the rule of libs/journey/contact.ts, said once more."""
    seen = "".join(one for one in address if unicodedata.category(one) != "Cf").strip()
    local, at, domain = seen.partition("@")
    labels = domain.split(".")
    letters = all(one.isalpha() or unicodedata.category(one).startswith("M") for one in labels[-1])
    return (
        at == "@"
        and LOCAL.fullmatch(local) is not None
        and not (local.startswith(".") or local.endswith(".") or ".." in local)
        and len(labels) > 1
        and all(label.isascii() and re.fullmatch(r"[A-Za-z0-9]+(-{1,2}[A-Za-z0-9]+)*", label) and len(label) < 64 for label in labels)
        and letters
        and len(labels[-1]) > 1
    )


def is_seen(name):
    """Whether a name has anything that is seen."""
    return isinstance(name, str) and any(unicodedata.category(one)[0] in "LNPS" and one not in FILLERS for one in name)


def at(body, pointer):
    """What a body has at a JSON pointer; None where it has nothing there."""
    for part in pointer.split("/")[1:]:
        if isinstance(body, list) and part.isdigit() and int(part) < len(body):
            body = body[int(part)]
        elif isinstance(body, dict):
            body = body.get(part)
        else:
            return None
    return body


def is_judged(fault, body):
    """Whether a fault is one that the schema cannot say, of what was really sent."""
    pointer = fault["pointer"]
    if ADDRESS.match(pointer):
        address = at(body, pointer)
        return not (isinstance(address, str) and is_reached(address))
    if NAME.match(pointer):
        of = at(body, pointer.rpartition("/")[0])
        return isinstance(of, dict) and not any(is_seen(of.get(name)) for name in ("firstName", "lastName"))
    # Words to be taken out stand in some text.
    if pointer == "/words":
        return fault["detail"].startswith("These words stand in no text")
    # "": what is named does not go together (of a calendar link, one thing is named).
    return re.sub(r"/\d+(?=/|$)", "/*", pointer) in JUDGED | {""}


@schemathesis.check
def what_fits_is_taken(ctx, response, case):
    if case.meta is None or not case.meta.generation.mode.is_positive or response.status_code not in (400, 405, 406, 413, 415, 422):
        return
    problem = response.json()
    # schemathesis writes If-Match by itself, whatever pattern the document has for it, and uses keys again.
    if problem.get("code") == "key-reused" or problem.get("detail", "").startswith("If-Match is ETags"):
        return
    faults = problem.get("errors", [])
    if not faults or not all(is_judged(fault, case.body) for fault in faults):
        raise AssertionError(f"{response.status_code} for what fits the schema: {problem.get('detail')} {faults}")
