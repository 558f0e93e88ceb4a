"""Makes an archive that stands in for shared libraries when a program is linked, and finds them when the program runs.

    lazy.py FOLDER NAME SHARED-LIBRARY ... -- OBJECT ...

Of each function of the libraries that an object uses the archive has a jump through a slot, of each variable a copy, and one
function, `int relata_load_NAME(void)`, which loads the libraries, fills slots and copies, and says whether all were found. Until
it has said so nothing else may be called. FOLDER gets an archive for each `-l` that a linker would search: the first library's
holds everything, the others' are empty. x86-64 and aarch64, ELF.
"""

import os
import subprocess
import sys
from dataclasses import dataclass

CHECKS = {
    # Its headers show structures whose layout differs between releases of one soname.
    "graphviz": """
  void *(*context)(void) = (void *(*)(void))dlsym(handles[0], "gvContext");
  const char *(*version)(void *) = (const char *(*)(void *))dlsym(handles[0], "gvcVersion");
  int (*release)(void *) = (int (*)(void *))dlsym(handles[0], "gvFreeContext");
  if (!context || !version || !release) return;
  void *made = context();
  int fits = made && strncmp(version(made), "{version}", {length}) == 0;
  if (made) release(made);
  if (!fits) return;
""",
}


@dataclass(frozen=True)
class Symbol:
    name: str
    is_function: bool
    size: int


def output(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def defined(library: str) -> dict[str, Symbol]:
    """What a shared library offers."""
    symbols: dict[str, Symbol] = {}
    for line in output("readelf", "--wide", "--dyn-syms", library).splitlines():
        fields = line.split()
        if len(fields) < 8 or fields[6] == "UND" or fields[3] not in ("FUNC", "OBJECT"):
            continue
        name = fields[7].split("@")[0]
        symbols[name] = Symbol(name, fields[3] == "FUNC", int(fields[2], 0))
    return symbols


def undefined(objects: list[str]) -> set[str]:
    return {
        line.split()[-1]
        for line in output("nm", "--undefined-only", *objects).splitlines()
        if " U " in line
    }


def soname(library: str) -> str:
    for line in output("readelf", "--wide", "--dynamic", library).splitlines():
        if "(SONAME)" in line:
            return line.split("[")[1].rstrip("]")
    raise SystemExit(f"lazy.py: {library} has no soname")


def assembly(symbols: list[Symbol]) -> str:
    """The jumps and the copies. Hidden, so that the libraries themselves never find them in place of their own."""
    lines = [
        "#if !defined(__x86_64__) && !defined(__aarch64__)",
        "#error another processor",
        "#endif",
    ]
    for symbol in symbols:
        name, slot = symbol.name, f"relata_slot_{symbol.name}"
        lines += [f".globl {name}", f".hidden {name}"]
        if symbol.is_function:
            lines += [
                f".type {name}, %function",
                ".text",
                f"{name}:",
                "#ifdef __x86_64__",
                f"  jmp *{slot}(%rip)",
                "#else",
            ]
            lines += [
                f"  adrp x16, {slot}",
                f"  ldr x16, [x16, :lo12:{slot}]",
                "  br x16",
                "#endif",
                ".bss",
                ".balign 8",
            ]
            lines += [f".globl {slot}", f".hidden {slot}", f"{slot}: .zero 8"]
        else:
            lines += [
                f".type {name}, %object",
                f".size {name}, {symbol.size}",
                ".bss",
                ".balign 32",
            ]
            lines += [f"{name}: .zero {symbol.size}"]
    return "\n".join([*lines, '.section .note.GNU-stack,"",%progbits', ""])


def loader(name: str, sonames: list[str], symbols: list[Symbol], check: str) -> str:
    functions = [s.name for s in symbols if s.is_function]
    copies = [s for s in symbols if not s.is_function]
    declarations = "".join(f"extern void *relata_slot_{f};\n" for f in functions)
    declarations += "".join(f"extern char {c.name}[];\n" for c in copies)
    slots = "".join(f'  {{"{f}", &relata_slot_{f}}},\n' for f in functions)
    variables = (
        "".join(f'  {{"{c.name}", {c.name}, {c.size}}},\n' for c in copies) or "  {0, 0, 0},\n"
    )
    return f"""#include <dlfcn.h>
#include <pthread.h>
#include <string.h>

{declarations}
static const struct {{ const char *name; void **slot; }} functions[] = {{
{slots}}};
static const struct {{ const char *name; char *copy; unsigned long size; }} variables[] = {{
{variables}}};
static const char *const libraries[] = {{{", ".join(f'"{s}"' for s in sonames)}}};
enum {{ count = sizeof libraries / sizeof *libraries }};
static int is_there;

static void *find(void **handles, const char *name) {{
  for (int i = 0; i < count; i++) {{
    void *found = dlsym(handles[i], name);
    if (found) return found;
  }}
  return 0;
}}

static void load(void) {{
  void *handles[count];
  for (int i = 0; i < count; i++) {{
    handles[i] = dlopen(libraries[i], RTLD_NOW | RTLD_LOCAL);
    if (!handles[i]) return;
  }}
{check}
  for (unsigned long i = 0; i < sizeof functions / sizeof *functions; i++) {{
    *functions[i].slot = find(handles, functions[i].name);
    if (!*functions[i].slot) return;
  }}
  for (unsigned long i = 0; i < sizeof variables / sizeof *variables; i++) {{
    if (!variables[i].name) continue;
    void *found = find(handles, variables[i].name);
    if (!found) return;
    memcpy(variables[i].copy, found, variables[i].size);
  }}
  is_there = 1;
}}

int relata_load_{name}(void) {{
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return is_there;
}}
"""


def link_name(library: str) -> str:
    return os.path.basename(library).split(".so")[0] + ".a"


def main() -> None:
    folder, name, *rest = sys.argv[1:]
    cut = rest.index("--")
    libraries, objects = rest[:cut], rest[cut + 1 :]
    wanted = undefined(objects)
    offered: dict[str, Symbol] = {}
    for library in libraries:
        offered |= {symbol: found for symbol, found in defined(library).items() if symbol in wanted}
    symbols = [offered[symbol] for symbol in sorted(offered)]
    if not symbols:
        raise SystemExit(f"lazy.py: no object uses {', '.join(libraries)}")
    check = CHECKS.get(name, "")
    if check:
        # Up to the second number: 2.43.
        version = (
            ".".join(output("pkg-config", "--modversion", "libgvc").strip().split(".")[:2]) + "."
        )
        check = check.replace("{version}", version).replace("{length}", str(len(version)))
    base = os.path.join(folder, f"lazy_{name}")
    sources = {
        base + "_jumps.S": assembly(symbols),
        base + ".c": loader(name, [soname(library) for library in libraries], symbols, check),
    }
    made: list[str] = []
    for path, text in sources.items():
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        subprocess.run(
            ["clang", "-O2", "-fPIC", "-c", os.path.basename(path), "-o", path + ".o"],
            check=True,
            cwd=folder,
        )
        made.append(path + ".o")
    # One object, so that whoever jumps has the loader as well.
    merged = base + ".o"
    subprocess.run(["ld", "-r", "-o", merged, *made], check=True)
    for index, library in enumerate(libraries):
        archive = os.path.join(folder, link_name(library))
        subprocess.run(["ar", "rcsD", archive, *([merged] if index == 0 else [])], check=True)
    print(
        f"lazy.py: {name}: {len(symbols)} symbols of {', '.join(map(soname, libraries))}",
        file=sys.stderr,
    )


if __name__ == "__main__":
    main()
