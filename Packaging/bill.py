"""Writes what a released program consists of, as an SPDX 2.3 document, and gathers the licences.

    bill.py VERSION ARCHIVE SCRATCH LICENCES >SBOM
    bill.py --pins PINS SCRATCH      fails where a package has another version than the file says

ARCHIVE is the file that the document describes, SCRATCH the build folder with the packages' checkouts, LICENCES a folder to be made.
The time is SOURCE_DATE_EPOCH. Packages stand in components.json, data and models and what they were made from in data.json, which says
of them what NOTICE says.
"""

import datetime
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

Component = dict[str, Any]
HERE = Path(__file__).parent
ROOT = HERE.parent

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
    place = f"git+{address}@{version}" if address != "NOASSERTION" else address
    return package(component, version, place)


def identifier(name: str) -> str:
    return "SPDXRef-" + re.sub("[^A-Za-z0-9.-]", "-", name.replace("+", "x"))


def package(component: Component, version: str, place: str) -> Component:
    licence = component.get("license", "NOASSERTION")
    return {
        "SPDXID": identifier(component["name"]),
        "name": component["name"],
        **({"versionInfo": version} if version else {}),
        "downloadLocation": place,
        **({"homepage": component["address"]} if "address" in component else {}),
        "filesAnalyzed": False,
        "licenseConcluded": licence,
        "licenseDeclared": licence,
        "copyrightText": "NOASSERTION",
        **({"comment": component["comment"]} if "comment" in component else {}),
    }


# --- Data and models ---------------------------------------------------------------------------------


def check_notice(sources: list[Component], notice: str) -> None:
    """That NOTICE and data.json name the same sources: NOTICE each of these, with its version, and these each address there."""
    on_one_line = " ".join(notice.split())
    for source in sources:
        for text in (source["name"], source.get("version", "")):
            if text not in on_one_line:
                raise SystemExit(
                    f"release: NOTICE does not name {source['name']} as data.json does"
                )
    addresses = {text.rstrip(".") for text in re.findall(r"https?://[^\s),;]+", notice)}
    said = json.dumps(sources)
    for address in sorted(addresses):
        is_licence = address.startswith(
            ("https://creativecommons.org/", "https://www.apache.org/licenses/")
        )
        if not is_licence and address not in said:
            raise SystemExit(f"release: Packaging/data.json lacks {address}, which NOTICE names")


def relationship(one: str, kind: str, other: str) -> dict[str, str]:
    return {"spdxElementId": one, "relationshipType": kind, "relatedSpdxElement": other}


def inside(data: Component) -> Component:
    """One of the data that the program carries. Of a licence of their own NOTICE says nothing."""
    made = package(data, "", "NOASSERTION")
    if "file" in data:
        digest = hashlib.sha256((ROOT / data["file"]).read_bytes()).hexdigest()
        made["packageFileName"] = data["file"]
        made["checksums"] = [{"algorithm": "SHA256", "checksumValue": digest}]
    return made


def extracted(notice: str) -> list[dict[str, str]]:
    """The licences that SPDX has no name for."""
    asked = notice.partition("licence asks for this notice:\n")[2]
    lines = re.match(r"(?:\n|  .*\n)+", asked)
    if lines is None:
        raise SystemExit("release: NOTICE has no notice of WordNet's")
    wordnet = re.sub("^  ", "", lines.group(), flags=re.MULTILINE).strip()
    return [
        {
            "licenseId": "LicenseRef-public-domain",
            "name": "Public domain",
            "extractedText": "In the public domain.",
        },
        {
            "licenseId": "LicenseRef-WordNet-3.0",
            "name": "WordNet 3.0",
            "extractedText": wordnet,
        },
    ]


def data_packages(notice: str) -> tuple[list[Component], list[dict[str, str]]]:
    """Packages and relationships of the data and models, and of what they were made from."""
    listed = json.loads((HERE / "data.json").read_text(encoding="utf-8"))
    check_notice(listed["sources"], notice)
    sources = [
        package(source, source.get("version", ""), "NOASSERTION") for source in listed["sources"]
    ]
    known = {source["name"] for source in listed["sources"]}
    relationships = []
    for data in listed["inside"]:
        name = identifier(data["name"])
        relationships.append(relationship("SPDXRef-relata", "CONTAINS", name))
        for key, kind in (("descends", "DESCENDANT_OF"), ("from", "GENERATED_FROM")):
            for source in data.get(key, []):
                if source not in known:
                    raise SystemExit(f"release: Packaging/data.json lacks {source}")
                relationships.append(relationship(name, kind, identifier(source)))
    return [*map(inside, listed["inside"]), *sources], relationships


# --- The document ------------------------------------------------------------------------------------


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
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    data, data_relationships = data_packages(notice)
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
        "comment": "NOTICE says more of the data and models inside, and of what they were made from.",
    }
    document = {
        "spdxVersion": "SPDX-2.3",
        "dataLicense": "CC0-1.0",
        "SPDXID": "SPDXRef-DOCUMENT",
        "name": f"relata-{version}",
        "documentNamespace": f"https://relata.dev/spdx/relata-{version}-{digest}",
        "creationInfo": {"created": made, "creators": ["Tool: relata-bill"]},
        "packages": [relata, *parts, *data],
        "hasExtractedLicensingInfos": extracted(notice),
        "relationships": [
            relationship("SPDXRef-DOCUMENT", "DESCRIBES", "SPDXRef-relata"),
            *(relationship("SPDXRef-relata", "CONTAINS", part["SPDXID"]) for part in parts),
            *data_relationships,
        ],
    }
    json.dump(document, sys.stdout, indent=2, ensure_ascii=False)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
