#!/usr/bin/env python3
"""Sees whether a list of parts is one of the program, and names what is known to be in it.

    Tests/Packages/parts.py LIST PROGRAM
"""

import hashlib
import json
import pathlib
import re
import sys

parts = json.loads(pathlib.Path(sys.argv[1]).read_text())
program = pathlib.Path(sys.argv[2]).read_bytes()
assert (parts["bomFormat"], parts["specVersion"]) == ("CycloneDX", "1.6")
assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", parts["serialNumber"])
assert parts["metadata"]["component"]["hashes"][0]["content"] == hashlib.sha256(program).hexdigest()
names = {part["name"] for part in parts["components"]}
assert names >= {"swift-argument-parser", "libcmark", "libyaml", "swift"}, names
for part in parts["components"]:
    assert re.match(r"\d+\.\d+", part["version"]), part
    assert part["purl"].startswith("pkg:") and part["licenses"], part
references = [part["bom-ref"] for part in parts["components"]]
assert parts["dependencies"] == [{"ref": "debrief", "dependsOn": references}]
try:
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator
except ImportError:
    print("cyclonedx-python-lib[json-validation] is not here: the schema itself was not asked")
else:
    problem = JsonStrictValidator(SchemaVersion.V1_6).validate_str(json.dumps(parts))
    assert problem is None, problem
