"""Writes what a released program consists of, as an SPDX 2.3 document, and gathers the licences.

    bill.py VERSION ARCHIVE SCRATCH LICENCES >SBOM

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


def described(
    component: Component, packages: dict[str, tuple[str, str, Path]], licences: Path
) -> Component:
    """One package of the document; copies its licences."""
    name = component["name"]
    address = "NOASSERTION"
    files: list[Path] = []
    if "package" in component:
        version, address, folder = packages[component["package"]]
        files = [folder / file for file in component["files"]]
    elif "swift" in component:
        version, root = swift()
        files = [root / component["swift"]]
    else:
        version = debian_version(component["debian"])
        files = [Path("/usr/share/doc") / component["debian"] / "copyright"]
    for file in files:
        shutil.copyfile(file, licences / f"{name}-{file.name}")
    return {
        "SPDXID": f"SPDXRef-{name.replace('+', 'x')}",
        "name": name,
        "versionInfo": version,
        "downloadLocation": f"git+{address}@{version}" if address != "NOASSERTION" else address,
        "filesAnalyzed": False,
        "licenseConcluded": component["license"],
        "licenseDeclared": component["license"],
        "copyrightText": "NOASSERTION",
        **({"comment": component["comment"]} if "comment" in component else {}),
    }


def main() -> None:
    version, archive, scratch, folder = sys.argv[1:]
    licences = Path(folder)
    licences.mkdir(parents=True, exist_ok=True)
    packages = checkouts(Path(scratch))
    components = json.loads((HERE / "components.json").read_text(encoding="utf-8"))
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
