"""The analyser: a BERT-style encoder with heads for part of speech, features, lemma, dependencies and names."""
import math
from dataclasses import asdict, dataclass

import torch
import torch.nn as nn
import torch.nn.functional as F
from safetensors import safe_open

SHAPES = 10
TOKEN_HEADS = ("upos", "xpos", "feats", "lemma_scripts", "names")


@dataclass(frozen=True)
class Design:
    """Sizes of an analyser. `shape_layer`: the layer whose input the word shapes are added to (0: the embeddings)."""
    width: int
    heads: int
    inner: int
    layers: int
    positions: int
    vocabulary: int
    epsilon: float
    arc: int
    label: int
    buckets: int = 0            # of relative positions (MPNet); 0: none
    first_position: int = 0
    shape_layer: int = 0


STUDENT = Design(width=384, heads=12, inner=1536, layers=6, positions=512, vocabulary=30522, epsilon=1e-12, arc=256, label=128)
TEACHER = Design(width=768, heads=12, inner=3072, layers=12, positions=514, vocabulary=30527, epsilon=1e-5, arc=400, label=128,
                 buckets=32, first_position=2, shape_layer=6)


class Layer(nn.Module):
    def __init__(self, design, dropout):
        super().__init__()
        width = design.width
        self.heads = design.heads
        self.query, self.key, self.value = (nn.Linear(width, width) for _ in range(3))
        self.output = nn.Linear(width, width)
        self.norm1, self.norm2 = nn.LayerNorm(width, eps=design.epsilon), nn.LayerNorm(width, eps=design.epsilon)
        self.up, self.down = nn.Linear(width, design.inner), nn.Linear(design.inner, width)
        self.drop = nn.Dropout(dropout)

    def forward(self, x, bias):
        b, n, width = x.shape
        split = lambda t: t.view(b, n, self.heads, width // self.heads).transpose(1, 2)
        a = F.scaled_dot_product_attention(split(self.query(x)), split(self.key(x)), split(self.value(x)), attn_mask=bias)
        x = self.norm1(x + self.drop(self.output(a.transpose(1, 2).reshape(b, n, width))))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


def relative_buckets(n, buckets):
    """T5's buckets of relative positions, as MPNet uses them: half for each direction, exact up to a quarter, then logarithmic to 128."""
    half = buckets // 2
    offset = torch.arange(n)[:, None] - torch.arange(n)[None, :]
    result = (offset < 0).long() * half
    distance = offset.abs()
    exact = half // 2
    far = exact + (torch.log(distance.clamp(min=1).float() / exact) / math.log(128 / exact) * (half - exact)).long()
    return result + torch.where(distance < exact, distance, far.clamp(max=half - 1))


class Analyser(nn.Module):
    def __init__(self, sizes, design=STUDENT, dropout=0.1):
        """`sizes`: number of labels by head name ("upos", …, "labels" for dependency labels)."""
        super().__init__()
        self.design, width = design, design.width
        self.words = nn.Embedding(design.vocabulary, width)
        self.positions = nn.Embedding(design.positions, width)
        self.shapes = nn.Embedding(SHAPES, width)
        nn.init.zeros_(self.shapes.weight)
        if design.buckets:
            self.relative = nn.Embedding(design.buckets, design.heads)
        self.norm = nn.LayerNorm(width, eps=design.epsilon)
        self.drop = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(design, dropout) for _ in range(design.layers))
        self.token_heads = nn.ModuleDict({k: nn.Linear(width, sizes[k]) for k in TOKEN_HEADS})
        self.token_heads["starts"] = nn.Linear(width, 2)  # whether a sentence begins, read only where there are no separators
        self.arc_dep, self.arc_head = nn.Linear(width, design.arc), nn.Linear(width, design.arc)
        self.arc_root = nn.Parameter(torch.randn(design.arc) * 0.02)
        self.arc_bilinear = nn.Linear(design.arc, design.arc)  # W and, as its bias, the prior of a word to be a head
        self.label_dep, self.label_head = nn.Linear(width, design.label), nn.Linear(width, design.label)
        self.label_root = nn.Parameter(torch.randn(design.label) * 0.02)
        self.label_bilinear = nn.Linear(design.label, sizes["labels"] * (design.label + 1))
        nn.init.zeros_(self.label_bilinear.bias)
        self.sizes = sizes

    def load_base(self, path):
        """Copies the weights of a BERT or MPNet safetensors file; BERT's token type 0 is folded into the positions."""
        with safe_open(path, "pt") as f:
            get = f.get_tensor
            put = lambda p, k: p.data.copy_(get(k))
            put(self.words.weight, "embeddings.word_embeddings.weight")
            put(self.positions.weight, "embeddings.position_embeddings.weight")
            put(self.norm.weight, "embeddings.LayerNorm.weight"), put(self.norm.bias, "embeddings.LayerNorm.bias")
            if self.design.buckets:
                put(self.relative.weight, "encoder.relative_attention_bias.weight")
                names = ("attention.attn.q", "attention.attn.k", "attention.attn.v", "attention.attn.o", "attention.LayerNorm")
            else:
                self.positions.weight.data += get("embeddings.token_type_embeddings.weight")[0]
                names = ("attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense", "attention.output.LayerNorm")
            for i, layer in enumerate(self.layers):
                base = f"encoder.layer.{i}."
                for m, k in zip((layer.query, layer.key, layer.value, layer.output, layer.norm1, layer.up, layer.down, layer.norm2),
                                names + ("intermediate.dense", "output.dense", "output.LayerNorm")):
                    put(m.weight, base + k + ".weight"), put(m.bias, base + k + ".bias")

    def bias(self, mask, dtype):
        bias = torch.zeros(mask.shape).masked_fill(~mask, -1e4)[:, None, None, :]
        if self.design.buckets:
            n = mask.shape[1]
            bias = bias + self.relative(relative_buckets(n, self.design.buckets)).permute(2, 0, 1)[None]
        return bias.to(dtype)

    def embed(self, ids):
        first = self.design.first_position
        return self.drop(self.norm(self.words(ids) + self.positions.weight[first:first + ids.shape[1]]))

    def through(self, x, shapes, mask, layers):
        """`x` through the layers of a range, word shapes added where they belong."""
        bias = self.bias(mask, torch.bfloat16 if torch.is_autocast_enabled("cpu") else x.dtype)
        for k in layers:
            if k == self.design.shape_layer:
                x = x + self.shapes(shapes)
            x = self.layers[k](x, bias)
        return x

    def encode(self, ids, shapes, mask):
        if self.design.shape_layer == 0:
            first = self.design.first_position
            x = self.words(ids) + self.positions.weight[first:first + ids.shape[1]] + self.shapes(shapes)
            x = self.drop(self.norm(x))
            bias = self.bias(mask, torch.bfloat16 if torch.is_autocast_enabled("cpu") else x.dtype)
            for layer in self.layers:
                x = layer(x, bias)
            return x
        return self.through(self.embed(ids), shapes, mask, range(len(self.layers)))

    def forward(self, ids, shapes, mask, first, autocast=False):
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=autocast):
            x = self.encode(ids, shapes, mask)
        return self.read(x, first)

    def read(self, x, first):
        """`x` [windows, pieces, width]; `first` [sentences, words]: index of each word's first piece in the flattened windows (0 where
        there is no word). Returns token logits by head, arc scores [sentences, words, 1 + words] (0 is the root) and the label function."""
        w = self.drop(x.float().reshape(-1, self.design.width)[first])
        tokens = {k: h(w) for k, h in self.token_heads.items()}
        dep = self.drop(F.gelu(self.arc_dep(w)))
        head = self.drop(F.gelu(self.arc_head(w)))
        b, n, _ = w.shape
        heads = torch.cat([self.arc_root.expand(b, 1, -1), head], 1)
        arcs = self.arc_bilinear(dep) @ heads.transpose(1, 2)
        label_dep = self.drop(F.gelu(self.label_dep(w)))
        label_head = self.drop(F.gelu(self.label_head(w)))
        size = self.design.label
        label_heads = torch.cat([self.label_root.expand(b, 1, -1), label_head], 1)

        def labels(chosen):
            """Label scores [sentences, words, labels] for the chosen head (0 root, else 1-based) of each word."""
            h = label_heads.gather(1, chosen[:, :, None].expand(-1, -1, size))
            h = torch.cat([h, torch.ones(b, n, 1)], 2)
            u = self.label_bilinear(label_dep).view(b, n, self.sizes["labels"], size + 1)
            return torch.einsum("bnlk,bnk->bnl", u, h)

        return tokens, arcs, labels

    def read_words(self, x, first, lengths):
        """As `read`, for training: nothing is computed for padding but the arcs. Token logits [all words, labels], arc scores
        [sentences, words, 1 + words], and label scores [all words, labels] for heads [all words] (0 root, else 1-based)."""
        inside = torch.arange(first.shape[1])[None] < lengths[:, None]
        w = self.drop(x.float().reshape(-1, self.design.width)[first[inside]])
        tokens = {k: h(w) for k, h in self.token_heads.items()}
        dep = self.arc_bilinear(self.drop(F.gelu(self.arc_dep(w))))
        head = self.drop(F.gelu(self.arc_head(w)))
        padded = lambda t: torch.zeros(*first.shape, t.shape[1]).masked_scatter(inside[:, :, None], t)
        heads = torch.cat([self.arc_root.expand(len(lengths), 1, -1), padded(head)], 1)
        arcs = padded(dep) @ heads.transpose(1, 2)
        size = self.design.label
        scores = self.label_bilinear(self.drop(F.gelu(self.label_dep(w)))).view(-1, self.sizes["labels"], size + 1)
        label_heads = torch.cat([self.label_root[None], self.drop(F.gelu(self.label_head(w)))])
        begins = torch.repeat_interleave(lengths.cumsum(0) - lengths, lengths)

        def labels(chosen):
            h = label_heads[torch.where(chosen > 0, begins + chosen, 0)]
            return (scores[:, :, :size] @ h[:, :, None])[:, :, 0] + scores[:, :, size]

        return tokens, arcs, labels
