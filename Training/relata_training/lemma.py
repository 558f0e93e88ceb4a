"""Lemmas as edit scripts: `keep|lower` the form, strip a suffix of n characters, add a suffix."""


def script(form, lemma):
    lower = lemma == lemma.lower()
    f = form.lower() if lower else form
    p = 0
    while p < len(f) and p < len(lemma) and f[p] == lemma[p]:
        p += 1
    return f"{'l' if lower else 'k'} {len(f) - p} {lemma[p:]}"


def apply(script_, form):
    mode, strip, suffix = script_.split(" ", 2)
    f = form.lower() if mode == "l" else form
    n = int(strip)
    return f[:len(f) - n] + suffix if n <= len(f) else f
