"""The sentences that the model is trained on, read from the sources named in languages.tsv (README.md says where each is from)."""

from __future__ import annotations

import argparse
import csv
import lzma
import pickle
import random
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

FOLDER = Path(__file__).parent


def languages() -> list[dict[str, str]]:
    with open(FOLDER / "languages.tsv", encoding="utf-8") as table:
        return list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))


class Sources:
    """Finds the sources below one folder: `OWNER+NAME/repo` are git repositories without a work tree, `debian` holds the lists of apt."""

    def __init__(self, repositories: Path, debian: Path, english: Path):
        self.repositories, self.debian, self.english = repositories, debian, english

    def git(self, repository: str, *arguments: str) -> str:
        path = self.repositories / repository.replace("/", "+") / "repo"
        done = subprocess.run(["git", "-C", str(path), *arguments], capture_output=True)
        return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""

    def declaration(self, key: str) -> list[str]:
        """The paragraphs of the Universal Declaration of Human Rights."""
        text = self.git("eric-muller/udhr", "show", f"HEAD:data/udhr/udhr_{key}.xml")
        if not text:
            return []
        paragraphs = []
        for element in ElementTree.fromstring(text.encode()).iter():
            if element.tag.endswith(("}para", "}title")) and element.text:
                paragraphs.append(element.text)
        return paragraphs

    def treebank(self, name: str) -> list[str]:
        if name in ("UD_English-EWT", "UD_English-GUM"):
            file = self.english / f"{name[-3:].lower()}-train.conllu.xz"
            return sentences(lzma.open(file, "rt", encoding="utf-8").read())
        repository = f"UniversalDependencies/{name}"
        found = []
        for line in self.git(repository, "ls-tree", "-r", "--name-only", "HEAD").splitlines():
            if re.fullmatch(r"[a-z_]+-ud-(train|dev|test)\.conllu", line):
                found += sentences(self.git(repository, "show", f"HEAD:{line}"))
        return found

    def news(self, code: str) -> list[str]:
        """MasakhaNEWS: the articles for training or, where a snapshot lacks them, development; those for testing are kept for tests."""
        rows = self.git("masakhane-io/masakhane-news", "show", f"HEAD:data/{code}/train.tsv")
        rows = rows or self.git("masakhane-io/masakhane-news", "show", f"HEAD:data/{code}/dev.tsv")
        found = []
        for row in csv.DictReader(rows.splitlines(), delimiter="\t"):
            found += re.split(r"(?<=[.!?።])\s+", f"{row['headline']} . {row['text'] or ''}")
        return found

    def bible(self, name: str) -> list[str]:
        text = self.git("christos-c/bible-corpus", "show", f"HEAD:bibles/{name}.xml")
        if not text:
            return []
        return [verse.text.strip() for verse in ElementTree.fromstring(text.encode()).iter("seg") if verse.text]

    def interface(self, code: str) -> list[str]:
        """The interface of OpenStreetMap's site."""
        text = self.git("openstreetmap/openstreetmap-website", "show", f"HEAD:config/locales/{code}.yml")
        found = []
        for line in text.splitlines():
            match = re.match(r"\s+[\w-]+: (.+)$", line)
            if match:
                value = re.sub(r"%\{[^}]*\}|<[^>]*>|&\w+;|https?:\S+|\[\[|\]\]|\\n", " ", match[1]).strip("'\" ")
                if len(value) >= 12:
                    found.append(value)
        return found

    def packages(self, code: str) -> list[str]:
        """Debian's descriptions of packages; at most 30,000 paragraphs, because there are languages with many more."""
        found: list[str] = []
        for file in self.debian.glob(f"*Translation-{code}"):
            paragraph: list[str] = []
            for line in open(file, encoding="utf-8", errors="replace"):
                if line.startswith("Description") and not line.startswith("Description-md5"):
                    found.append(line.split(":", 1)[1].strip())
                elif line.startswith(" ") and not line.startswith("  ") and line.strip() != ".":
                    paragraph.append(line.strip())
                elif paragraph:
                    found.append(" ".join(paragraph))
                    paragraph = []
        random.Random(1).shuffle(found)
        return found[:30_000]

    def frequencies(self, code: str) -> list[str]:
        """Words drawn by their frequency: what matters of a text to n-grams within words."""
        import wordfreq

        words = wordfreq.get_frequency_dict(code, wordlist="best")
        draw = random.Random(2)
        drawn = draw.choices(list(words), weights=list(words.values()), k=120_000)
        return [" ".join(drawn[start : start + 12]) for start in range(0, len(drawn), 12)]

    def read(self, source: str) -> list[str]:
        kind, _, name = source.rpartition(":")
        match kind:
            case "masakhane":
                return self.news(name)
            case "bible":
                return self.bible(name)
            case "osm":
                return self.interface(name)
            case "debian":
                return self.packages(name)
            case "wordfreq":
                return self.frequencies(name)
            case _:
                return self.treebank(name)


def sentences(conllu: str) -> list[str]:
    return re.findall(r"^# text = (.+)$", conllu, re.MULTILINE)


def corpus(sources: Sources) -> dict[str, dict[str, list[str]]]:
    """Language -> source -> sentences."""
    result: dict[str, dict[str, list[str]]] = {}
    for language in languages():
        parts = {}
        declaration = [line for key in language["udhr"].split() for line in sources.declaration(key)]
        if declaration:
            parts["declaration"] = declaration
        for source in language["sources"].split():
            lines = [line for line in sources.read(source) if line.strip()]
            if lines:
                parts[source] = lines
            else:
                print(f"nothing in {source} for {language['code']}", file=sys.stderr)
        result[language["code"]] = parts
    return result


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("repositories", type=Path, help="a folder with OWNER+NAME/repo for each repository")
    options.add_argument("debian", type=Path, help="the lists of apt")
    options.add_argument("english", type=Path, help="a folder with ewt-train.conllu.xz and gum-train.conllu.xz")
    options.add_argument("corpus", type=Path, help="where the sentences go (a pickle)")
    given = options.parse_args()
    read = corpus(Sources(given.repositories, given.debian, given.english))
    given.corpus.write_bytes(pickle.dumps(read))
    for code, parts in read.items():
        print(code, {source: sum(map(len, lines)) for source, lines in parts.items()})


if __name__ == "__main__":
    main()
