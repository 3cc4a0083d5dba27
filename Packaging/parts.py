#!/usr/bin/env python3
"""Prints what the program is made of, as CycloneDX 1.6 in JSON: a list of parts with versions and licences.

    Packaging/parts.py SOURCES PROGRAM VERSION

The same program gives the same list. What is linked in is listed; the C library, which the system brings, is not.
"""

import datetime
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import uuid

SWIFT_LICENSE = "Apache-2.0 WITH Swift-exception"


def said_by(*command):
    """What a command prints, or nothing where it cannot be run."""
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


def part(name, version, package_url, license, description):
    return {
        "type": "library", "bom-ref": package_url, "name": name, "version": version, "description": description,
        "licenses": [{"expression": license}], "purl": package_url}


def swift_packages(sources):
    """The packages that the build was pinned to."""
    for pin in json.loads((sources / "Package.resolved").read_text())["pins"]:
        version = pin["state"]["version"]
        place = re.sub(r"^https://|\.git$", "", pin["location"])
        found = part(pin["identity"], version, f"pkg:swift/{place}@{version}", SWIFT_LICENSE, "A package of Swift.")
        found["properties"] = [{"name": "commit", "value": pin["state"]["revision"]}]
        yield found


def c_library(name, pkg_config, license, description):
    """A library of the system, by the system's package where that is Debian's."""
    version = said_by("pkg-config", "--modversion", pkg_config)
    packaged = said_by("dpkg-query", "--show", "--showformat=${Version}", f"{name}-dev")
    url = f"pkg:deb/debian/{name}-dev@{packaged}" if packaged else f"pkg:generic/{name}@{version}"
    return part(name, version, url, license, description)


def toolchain():
    """What comes with the compilers and is linked in."""
    said = said_by(os.environ.get("SWIFT", "swift"), "--version")
    version = re.search(r"Swift version ([0-9.]+)", said).group(1)
    yield part(
        "swift", version, f"pkg:generic/swift@{version}", SWIFT_LICENSE,
        "Swift's standard library, Dispatch and Foundation Essentials.")
    version = said_by("cc", "-dumpfullversion")
    if version:
        yield part(
            "libstdc++", version, f"pkg:generic/gcc@{version}", "GPL-3.0-or-later WITH GCC-exception-3.1",
            "The C++ library and the compiler's own, which Swift's standard library takes.")


def main():
    sources, program, version = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3]
    digest = hashlib.sha256(program.read_bytes()).hexdigest()
    made = datetime.datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), datetime.timezone.utc)
    whole = {
        "type": "application", "bom-ref": "debrief", "name": "debrief", "version": version,
        "licenses": [{"expression": "Apache-2.0"}], "hashes": [{"alg": "SHA-256", "content": digest}]}
    parts = [
        *swift_packages(sources),
        c_library("libcmark", "libcmark", "BSD-2-Clause AND MIT", "Reads markdown."),
        c_library("libyaml", "yaml-0.1", "MIT", "Reads YAML."),
        *toolchain(),
    ]
    json.dump(
        {
            "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json", "bomFormat": "CycloneDX",
            "specVersion": "1.6", "version": 1, "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, digest)}",
            "metadata": {"timestamp": made.strftime("%Y-%m-%dT%H:%M:%SZ"), "component": whole},
            "components": parts,
            "dependencies": [{"ref": "debrief", "dependsOn": [each["bom-ref"] for each in parts]}],
        }, sys.stdout, indent=2)
    print()


main()
