"""Writes what a released program consists of, as an SPDX 2.3 document, and gathers the licences.

    bill.py VERSION ARCHIVE SCRATCH LICENCES >SBOM
    bill.py --pins PINS SCRATCH      fails where a package has another version than the file says

ARCHIVE is the file that the document describes, SCRATCH the build folder with the packages' checkouts, LICENCES a folder to be made.
The time is SOURCE_DATE_EPOCH.
"""

import datetime
import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

Component = dict[str, Any]
HERE = Path(__file__).parent

# What a package needs for parts of it that Relata does not use.
NOT_INSIDE = {"swift-asn1"}


def check_pins(pins: Path, scratch: Path) -> None:
    """That the packages that were built with are those that a release is to be made with."""

    def revisions(entries: list[dict[str, Any]], identity: Any, state: Any) -> dict[str, str]:
        return {identity(entry): state(entry)["revision"] for entry in entries}

    wanted = revisions(
        json.loads(pins.read_text(encoding="utf-8"))["pins"],
        lambda pin: pin["identity"],
        lambda pin: pin["state"],
    )
    found = revisions(
        json.loads((scratch / "workspace-state.json").read_text(encoding="utf-8"))["object"][
            "dependencies"
        ],
        lambda dependency: dependency["packageRef"]["identity"],
        lambda dependency: dependency["state"]["checkoutState"],
    )
    for name in sorted(wanted.keys() | found.keys()):
        if wanted.get(name) != found.get(name):
            raise SystemExit(
                f"release: {name} is not of the revision that Packaging/pins.json names: "
                "make it anew from Package.resolved, without originHash, as version 2"
            )


def checkouts(scratch: Path) -> dict[str, tuple[str, str, Path]]:
    """Version, address and folder of each package, by its identity."""
    state = json.loads((scratch / "workspace-state.json").read_text(encoding="utf-8"))
    found: dict[str, tuple[str, str, Path]] = {}
    for dependency in state["object"]["dependencies"]:
        reference = dependency["packageRef"]
        version = dependency["state"]["checkoutState"].get("version", "unknown")
        folder = scratch / "checkouts" / dependency["subpath"]
        found[reference["identity"]] = (version, reference["location"], folder)
    return found


def swift() -> tuple[str, Path]:
    """The version of the compiler, and the folder that holds its usr/."""
    text = subprocess.run(["swift", "--version"], check=True, capture_output=True, text=True).stdout
    version = text.split("Swift version ")[1].split()[0]
    info = subprocess.run(
        ["swift", "-print-target-info"], check=True, capture_output=True, text=True
    ).stdout
    return version, Path(json.loads(info)["paths"]["runtimeResourcePath"]).parents[2]


def debian_version(package: str) -> str:
    command = ["dpkg-query", "--show", "--showformat=${Version}", package]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def copyright_file(package: str) -> Path:
    """Of a package that Debian installed."""
    file = Path("/usr/share/doc") / package / "copyright"
    if not file.is_file():
        raise SystemExit(f"release: the licence in {file} is missing: apt-get install {package}")
    return file


def described(
    component: Component, packages: dict[str, tuple[str, str, Path]], licences: Path
) -> Component:
    """One package of the document; copies its licences."""
    name = component["name"]
    address = "NOASSERTION"
    if "package" in component:
        version, address, folder = packages[component["package"]]
        files = [folder / file for file in component["files"]]
    elif "swift" in component:
        version, root = swift()
        files = [root / component["swift"]]
    elif "text" in component:
        # A copy inside another component, which does not say of what version.
        version = ""
        files = [copyright_file(component["text"])]
    else:
        files = [copyright_file(component["debian"])]
        version = debian_version(component["debian"])
    for file in files:
        shutil.copyfile(file, licences / f"{name}-{file.name}")
    return {
        "SPDXID": f"SPDXRef-{name.replace('+', 'x')}",
        "name": name,
        **({"versionInfo": version} if version else {}),
        "downloadLocation": f"git+{address}@{version}" if address != "NOASSERTION" else address,
        "filesAnalyzed": False,
        "licenseConcluded": component["license"],
        "licenseDeclared": component["license"],
        "copyrightText": "NOASSERTION",
        **({"comment": component["comment"]} if "comment" in component else {}),
    }


def main() -> None:
    if sys.argv[1] == "--pins":
        check_pins(Path(sys.argv[2]), Path(sys.argv[3]))
        return
    version, archive, scratch, folder = sys.argv[1:]
    licences = Path(folder)
    licences.mkdir(parents=True, exist_ok=True)
    packages = checkouts(Path(scratch))
    components = json.loads((HERE / "components.json").read_text(encoding="utf-8"))
    named = {component["package"] for component in components if "package" in component}
    if forgotten := packages.keys() - named - NOT_INSIDE:
        raise SystemExit(f"release: Packaging/components.json lacks {', '.join(sorted(forgotten))}")
    parts = [described(component, packages, licences) for component in components]
    digest = hashlib.sha256(Path(archive).read_bytes()).hexdigest() if archive != "-" else ""
    epoch = int(os.environ["SOURCE_DATE_EPOCH"])
    made = datetime.datetime.fromtimestamp(epoch, datetime.timezone.utc).strftime(
        "%Y-%m-%dT%H:%M:%SZ"
    )
    relata = {
        "SPDXID": "SPDXRef-relata",
        "name": "relata",
        "versionInfo": version,
        "packageFileName": os.path.basename(archive),
        "downloadLocation": "NOASSERTION",
        "filesAnalyzed": False,
        "checksums": [{"algorithm": "SHA256", "checksumValue": digest}],
        "licenseConcluded": "NOASSERTION",
        "licenseDeclared": "NOASSERTION",
        "copyrightText": "NOASSERTION",
        "comment": "The data and models inside, and their licences, are named in NOTICE.",
    }
    document = {
        "spdxVersion": "SPDX-2.3",
        "dataLicense": "CC0-1.0",
        "SPDXID": "SPDXRef-DOCUMENT",
        "name": f"relata-{version}",
        "documentNamespace": f"https://relata.dev/spdx/relata-{version}-{digest}",
        "creationInfo": {"created": made, "creators": ["Tool: relata-bill"]},
        "packages": [relata, *parts],
        "relationships": [
            {
                "spdxElementId": "SPDXRef-DOCUMENT",
                "relationshipType": "DESCRIBES",
                "relatedSpdxElement": "SPDXRef-relata",
            },
            *(
                {
                    "spdxElementId": "SPDXRef-relata",
                    "relationshipType": "CONTAINS",
                    "relatedSpdxElement": part["SPDXID"],
                }
                for part in parts
            ),
        ],
    }
    json.dump(document, sys.stdout, indent=2, ensure_ascii=False)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
