"""Makes the manual page of a command from what it says of itself: `relata --experimental-dump-help | manual.py VERSION DATE`."""

import json
import sys
from typing import Any

Command = dict[str, Any]
Argument = dict[str, Any]


def escaped(text: str) -> str:
    """Text that roff prints as it is."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join("\\&" + line if line[:1] in (".", "'") else line for line in text.split("\n"))


def names(argument: Argument) -> list[str]:
    """As they are typed: `-k`, `--paths`."""
    return [("--" if n["kind"] == "long" else "-") + n["name"] for n in argument.get("names", [])]


def synopsis_part(argument: Argument) -> str:
    value = f"<{argument['valueName']}>"
    if argument["kind"] == "positional":
        text = value
    else:
        long = next((n for n in names(argument) if n.startswith("--")), names(argument)[0])
        text = long if argument["kind"] == "flag" else f"{long} {value}"
    if argument["isRepeating"]:
        text += " ..."
    return f"[{text}]" if argument["isOptional"] else text


def shown(arguments: list[Argument]) -> list[Argument]:
    return [a for a in arguments if a["shouldDisplay"]]


def paragraphs(text: str) -> list[str]:
    """Prose is filled; what is indented (examples, tables) keeps its lines, and `EXAMPLES:` becomes a line of its own."""
    lines: list[str] = []
    is_kept = False
    for line in text.strip("\n").split("\n"):
        wants_kept = line.startswith("  ")
        if wants_kept != is_kept:
            lines.append(".RS 2\n.nf" if wants_kept else ".fi\n.RE")
            is_kept = wants_kept
        if not line:
            lines.append(".PP")
        elif line.endswith(":") and line[:-1].isupper():
            if lines[-1:] != [".PP"]:
                lines.append(".PP")
            lines.append(f".B {escaped(line[:-1].capitalize())}:")
        else:
            lines.append(escaped(line[2:] if wants_kept else line))
    if is_kept:
        lines.append(".fi\n.RE")
    return lines


def options(arguments: list[Argument]) -> list[str]:
    lines: list[str] = []
    for argument in shown(arguments):
        value = "" if argument["kind"] == "flag" else f"<{argument['valueName']}>"
        term = ", ".join(names(argument) + ([] if names(argument) else [value]))
        if names(argument) and value:
            term += " " + value
        text = argument.get("abstract", "")
        if values := argument.get("allValues"):
            text += f" (values: {', '.join(values)})"
        if default := argument.get("defaultValue"):
            text += f" (default: {default})"
        lines += [".TP", f".B {escaped(term)}", escaped(text) if text else "\\&"]
    return lines


def section(command: Command, path: str) -> list[str]:
    name = f"{path} {command['commandName']}"
    parts = " ".join(
        synopsis_part(a)
        for a in shown(command["arguments"])
        if a["valueName"] not in ("help", "version")
    )
    lines = [
        f".SS {escaped(name)}",
        escaped(command.get("abstract", "")),
        ".PP",
        f".B {escaped(name)}",
        escaped(parts),
    ]
    if aliases := command.get("aliases"):
        lines += [".PP", f"Also called {escaped(', '.join(aliases))}."]
    if discussion := command.get("discussion"):
        lines += [".PP", *paragraphs(discussion)]
    lines += options([a for a in command["arguments"] if a["valueName"] not in ("help", "version")])
    for inner in command.get("subcommands", []):
        if inner["shouldDisplay"] and inner["commandName"] != "help":
            lines += section(inner, name)
    return lines


def page(command: Command, version: str, date: str) -> str:
    name = command["commandName"]
    discussion, _, statuses = command.get("discussion", "").partition("EXIT STATUS:\n")
    lines = [
        f'.TH {name.upper()} 1 "{date}" "{name} {version}" "User Commands"',
        ".SH NAME",
        f"{name} \\- {escaped(command['abstract'].rstrip('.'))}",
        ".SH SYNOPSIS",
        f".B {name}",
        "<command> [<option> ...]",
        ".SH DESCRIPTION",
        *paragraphs(discussion),
        ".SH OPTIONS",
        *options(command["arguments"]),
        ".SH COMMANDS",
    ]
    for inner in command["subcommands"]:
        if inner["shouldDisplay"] and inner["commandName"] != "help":
            lines += section(inner, name)
    if statuses:
        lines.append(".SH EXIT STATUS")
        for line in statuses.strip("\n").split("\n"):
            status, _, meaning = line.strip().partition(" ")
            lines += [".TP", f".B {status}", escaped(meaning.strip())]
    return "\n".join(lines) + "\n"


def main() -> None:
    version, date = sys.argv[1:]
    sys.stdout.write(page(json.load(sys.stdin)["command"], version, date))


if __name__ == "__main__":
    main()
