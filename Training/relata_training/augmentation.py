"""Text as it also comes: headlines in capitals, all lower case, no final punctuation mark."""
from dataclasses import replace


def augmented(s, answer, case, rng):
    """A sentence and its teacher's answer, at times altered. `case` (0…1) is drawn once for a document."""
    if case < 0.02:
        return replace(s, words=[w.upper() for w in s.words]), answer
    if case < 0.06:
        return replace(s, words=[w.lower() for w in s.words]), answer
    r = rng.random()
    if r < 0.01:
        return replace(s, words=[w.upper() for w in s.words]), answer
    if r < 0.05 and len(s.words) > 3 and not any(c.isalnum() for c in s.words[-1]):
        n = len(s.words)
        if n in (s.heads or []) or (answer is not None and (answer["heads"] == n).any()):
            return s, answer
        cut = lambda x: x[:-1] if x else x
        t = type(s)(*(cut(getattr(s, k)) for k in ("words", "upos", "xpos", "feats", "lemmas", "heads", "labels", "names", "lemma_scripts")))
        if answer is not None:
            answer = {k: v[:-1, :-1] if k == "arcs" else v[:-1] for k, v in answer.items()}
        return t, answer
    return s, answer
