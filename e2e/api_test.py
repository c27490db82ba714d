"""The API against its own description: no answer that it does not tell of, and never a fault of ours."""

import json
import os
import re
import subprocess
import sys
import urllib.request
import uuid
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from people import People
from server import REPOSITORY, Server

EXAMPLES = 30
CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"
OFFICE = "6c696e64-756e-6700-8000-000000000001"


@pytest.fixture(scope="module")
def apart():
    """A city of its own: what these calls do to it is nobody else's."""
    with Server(os.environ.get("LINDUNG_BINARY", REPOSITORY / ".build/release/lindung")) as server:
        yield server


@pytest.fixture(scope="module")
def tokens(apart, browser):
    """A token of each worker, as workers make them."""
    people = People(browser, apart)
    handles = ("dewi", "rina", "hasan", "yohana")
    return {handle: _token(people.at(handle), people.password(handle)) for handle in handles}


def test_the_description_is_openapi(apart):
    description = _call(apart, "openapi.json")
    assert description["openapi"].startswith("3.1")
    validate(description)


def test_every_record_of_the_city_is_told_as_described(apart, tokens):
    """Three years of cases: each state and each entry, as far as its worker may open it."""
    document = _call(apart, "openapi.json")

    def expect(name, told):
        schema = {"$ref": f"#/components/schemas/{name}", "components": document["components"]}
        faults = sorted(Draft202012Validator(schema).iter_errors(told), key=str)
        assert not faults, f"{name}: {[fault.message[:300] for fault in faults[:3]]}"

    told = 0
    for handle in tokens:
        for name, path in [("Me", "me"), ("Directory", "directory"), ("Dues", "dues")]:
            expect(name, _call(apart, path, tokens[handle]))
        for path in ["complaints", "cases", "cases/all", "cases/closed", "complaints/ended", "voided", "approvals"]:
            listing = _call(apart, f"{path}?limit=100", tokens[handle])
            expect("Listing", listing)
            for row in [row for row in listing["rows"] if row["sight"] == "open"]:
                expect(row["kind"], _call(apart, f"{row['kind']}/{row['id']}", tokens[handle]))
                told += 1
    expect("offices", _call(apart, f"offices/{OFFICE}", tokens["yohana"]))
    supervision = _call(apart, "supervision", tokens["hasan"])
    expect("Supervision", supervision)
    for concern in ("open", "late", "quiet", "high"):
        listing = _call(apart, f"supervision/{concern}", tokens["hasan"])
        expect("Listing", listing)
        assert listing["total"] == supervision["whole"][concern] > 0, concern
    assert told > 100


@pytest.mark.parametrize("handle, paths, least", [("rina", "exclude", 60), ("yohana", "include", 12)])
def test_every_call_answers_as_described(apart, tokens, tmp_path, handle, paths, least):
    """With real ids, so that calls reach the rules and not only the door: the office's by its administrator, all others
    by a case manager; what a head decides is turned away."""
    (tmp_path / "schemathesis.toml").write_text(_real_ids(apart, tokens))
    run = subprocess.run(
        [Path(sys.executable).parent / "schemathesis", "run", f"{apart.address}/api/v1/openapi.json",
         "--max-examples", str(EXAMPLES), "--seed", "1", "--workers", "1", "--checks", CHECKS,
         "--phases", "examples,coverage,fuzzing", "--no-color", f"--{paths}-path-regex", "/offices/",
         "-H", f"Authorization: Bearer {tokens[handle]}"],
        cwd=tmp_path, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout[-6000:] + run.stderr[-2000:]
    operations, generated = (int(re.search(rf"(\d+) {what}", run.stdout).group(1)) for what in ("selected", "generated"))
    assert operations >= least and generated > EXAMPLES * operations, run.stdout[-3000:]


def _real_ids(server, tokens):
    """A complaint and a case, made by calls; and the office."""
    rina = _call(server, "me", tokens["rina"])["id"]
    complaint = _call(server, "complaints/receive-complaint", tokens["dewi"], {
        "channel": "S1T", "what": "Siswi bercerita kepada guru.", "affected": [{"who": "Melati", "age": 14}]})["record"]
    _call(server, f"complaints/{complaint}/triage-complaint", tokens["dewi"], {
        "reachable": "no", "threat": "no", "injured": "no", "risk": "low", "forms": ["PSI"], "authority": "city",
        "decision": "new-case", "manager": rina})
    case = _call(server, f"complaints/{complaint}", tokens["dewi"])["state"]["case"]
    ids = {"cases": case, "complaints": complaint, "offices": OFFICE}
    return "".join(
        f"[[operations]]\ninclude-path-regex = '/{kind}/'\nparameters = {{ 'path.id' = '{id}' }}\n"
        for kind, id in ids.items())


def _call(server, path, token=None, answers=None):
    request = urllib.request.Request(f"{server.address}/api/v1/{path}")
    if token:
        request.add_header("Authorization", f"Bearer {token}")
    if answers:
        request.data = json.dumps({"answers": answers}).encode()
        request.add_header("Content-Type", "application/json")
        request.add_header("Idempotency-Key", str(uuid.uuid4()))
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


def _token(worker, password):
    worker.go("/kerja/tokens")
    worker.page.fill("#name", "Schemathesis")
    for duty in worker.page.locator("input[name=duties]").all():
        duty.check(force=True)
    worker.page.locator("#may-perform").check(force=True)
    worker.page.fill("#password", password)
    worker.press("tokens.submit")
    secret = re.search(r"lindung_[0-9a-f]{64}", worker.page.content()).group()
    worker.leave()
    return secret
