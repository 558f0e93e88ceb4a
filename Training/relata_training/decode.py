"""Trees and names from scores: maximum spanning tree with one root (Chu-Liu/Edmonds), BIOES with valid transitions (Viterbi)."""


def tree(scores):
    """scores[d][h]: word d (0-based) under head h (0 is the root, else 1-based). The best tree with exactly one root."""
    n = len(scores)
    greedy = [max(range(n + 1), key=lambda h: (s[h] if h != d + 1 else -1e9)) for d, s in enumerate(scores)]
    if is_tree(greedy):
        return greedy
    best, best_score = None, None
    roots = sorted(range(n), key=lambda d: scores[d][0] - max(s for h, s in enumerate(scores[d]) if h not in (0, d + 1)) if n > 1 else 0, reverse=True)
    for root in roots[:4]:
        weights = [[-1e9 if h == d + 1 or (h == 0 and d != root) else scores[d][h] for h in range(n + 1)] for d in range(n)]
        weights[root] = [1e6 if h == 0 else -1e9 for h in range(n + 1)]
        heads = edmonds(weights)
        total = sum(scores[d][h] for d, h in enumerate(heads))
        if best is None or total > best_score:
            best, best_score = heads, total
    return best


def is_tree(heads):
    if sum(h == 0 for h in heads) != 1:
        return False
    for d in range(len(heads)):
        seen, h = set(), d + 1
        while h:
            if h in seen:
                return False
            seen.add(h)
            h = heads[h - 1]
    return True


def edmonds(weights):
    """Heads (0 root, else 1-based) of the maximum arborescence; weights[d][h] as in `tree`."""
    n = len(weights)
    w = [[-1e9] * (n + 1)] + [list(r) for r in weights]
    heads = _contract(w, list(range(n + 1)))
    return [heads[d] for d in range(1, n + 1)]


def _contract(w, nodes):
    best = {d: max((h for h in nodes if h != d), key=lambda h: w[d][h]) for d in nodes if d}
    cycle = None
    for start in best:
        path, h = [], start
        while h and h not in path:
            path.append(h)
            h = best[h]
        if h:
            cycle = path[path.index(h):]
            break
    if cycle is None:
        return best
    inside, new = set(cycle), max(max(nodes), len(w) - 1) + 1
    rest = [v for v in nodes if v not in inside]
    size = new + 1
    w2 = [list(r) + [-1e9] * (size - len(r)) for r in w] + [[-1e9] * size for _ in range(size - len(w))]
    enter, leave = {}, {}
    for v in rest:
        d = max(cycle, key=lambda c: w[c][v] - w[c][best[c]])
        enter[v], w2[new][v] = d, w[d][v] - w[d][best[d]]
        if v:
            h = max(cycle, key=lambda c: w[v][c])
            leave[v], w2[v][new] = h, w[v][h]
    heads = _contract(w2, rest + [new])
    result = {}
    for d, h in heads.items():
        if d == new:
            continue
        result[d] = leave[d] if h == new else h
    for c in cycle:
        result[c] = best[c]
    result[enter[heads[new]]] = heads[new]
    return result


def names(logits, tags):
    """Best valid BIOES sequence for one sentence; logits[word][tag]."""
    def follows(a, b):
        pa, pb = a[0], b[0]
        if pa in "BI":
            return pb in "IE" and a[1:] == b[1:]
        return pb in "OBS"
    allowed = [[j for j, a in enumerate(tags) if follows(a, b)] for b in tags]
    score = [l if t[0] in "OBS" else -1e9 for l, t in zip(logits[0], tags)]
    back = []
    for row in logits[1:]:
        pointers = [max(js, key=score.__getitem__) for js in allowed]
        score = [score[p] + l for p, l in zip(pointers, row)]
        back.append(pointers)
    last = max((i for i, t in enumerate(tags) if t[0] in "OES"), key=score.__getitem__)
    path = [last]
    for pointers in reversed(back):
        path.append(pointers[path[-1]])
    return [tags[i] for i in reversed(path)]


def spans(tags):
    found, start = [], None
    for i, t in enumerate(tags):
        if t[0] == "S":
            found.append((i, i, t[2:]))
        elif t[0] == "B":
            start = i
        elif t[0] == "E" and start is not None:
            found.append((start, i, t[2:]))
            start = None
    return found
