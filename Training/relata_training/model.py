"""The analyser: a six-layer MiniLM encoder with heads for part of speech, features, lemma, dependencies and names."""
import torch
import torch.nn as nn
import torch.nn.functional as F
from safetensors import safe_open

WIDTH, HEADS, INNER, LAYERS, POSITIONS, SHAPES = 384, 12, 1536, 6, 512, 10
ARC, LABEL = 256, 128
TOKEN_HEADS = ("upos", "xpos", "feats", "lemma_scripts", "names")


class Layer(nn.Module):
    def __init__(self, dropout):
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.output = nn.Linear(WIDTH, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.drop = nn.Dropout(dropout)

    def forward(self, x, mask):
        b, n, _ = x.shape
        split = lambda t: t.view(b, n, HEADS, WIDTH // HEADS).transpose(1, 2)
        a = F.scaled_dot_product_attention(split(self.query(x)), split(self.key(x)), split(self.value(x)), attn_mask=mask)
        x = self.norm1(x + self.drop(self.output(a.transpose(1, 2).reshape(b, n, WIDTH))))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Analyser(nn.Module):
    def __init__(self, sizes, vocabulary=30522, dropout=0.1):
        """`sizes`: number of labels by head name ("upos", …, "labels" for dependency labels)."""
        super().__init__()
        self.words = nn.Embedding(vocabulary, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        nn.init.zeros_(self.shapes.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.token_heads = nn.ModuleDict({k: nn.Linear(WIDTH, sizes[k]) for k in TOKEN_HEADS})
        self.arc_dep, self.arc_head = nn.Linear(WIDTH, ARC), nn.Linear(WIDTH, ARC)
        self.arc_root = nn.Parameter(torch.randn(ARC) * 0.02)
        self.arc_bilinear = nn.Linear(ARC, ARC)           # W and, as its bias, the prior of a word to be a head
        self.label_dep, self.label_head = nn.Linear(WIDTH, LABEL), nn.Linear(WIDTH, LABEL)
        self.label_root = nn.Parameter(torch.randn(LABEL) * 0.02)
        self.label_bilinear = nn.Linear(LABEL, sizes["labels"] * (LABEL + 1))
        nn.init.zeros_(self.label_bilinear.bias)
        self.sizes = sizes

    def load_base(self, path):
        """Copies the weights of a BERT-style safetensors file; token type 0 is folded into the positions."""
        with safe_open(path, "pt") as f:
            get = f.get_tensor
            put = lambda p, k: p.data.copy_(get(k))
            put(self.words.weight, "embeddings.word_embeddings.weight")
            self.positions.weight.data.copy_(get("embeddings.position_embeddings.weight") + get("embeddings.token_type_embeddings.weight")[0])
            put(self.norm.weight, "embeddings.LayerNorm.weight"), put(self.norm.bias, "embeddings.LayerNorm.bias")
            for i, layer in enumerate(self.layers):
                base = f"encoder.layer.{i}."
                for m, k in ((layer.query, "attention.self.query"), (layer.key, "attention.self.key"), (layer.value, "attention.self.value"),
                             (layer.output, "attention.output.dense"), (layer.norm1, "attention.output.LayerNorm"),
                             (layer.up, "intermediate.dense"), (layer.down, "output.dense"), (layer.norm2, "output.LayerNorm")):
                    put(m.weight, base + k + ".weight"), put(m.bias, base + k + ".bias")

    def encode(self, ids, shapes, mask):
        n = ids.shape[1]
        x = self.words(ids) + self.positions.weight[:n] + self.shapes(shapes)
        x = self.drop(self.norm(x))
        bias = torch.zeros(mask.shape, dtype=x.dtype).masked_fill(~mask, -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias.to(torch.bfloat16) if torch.is_autocast_enabled("cpu") else bias)
        return x

    def forward(self, ids, shapes, mask, first, autocast=False):
        """`first` [sentences, words]: position of each word's first subword (0 where there is no word).
        Returns token logits by head, arc scores [sentences, words, 1 + words] (0 is the root) and the label function."""
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=autocast):
            x = self.encode(ids, shapes, mask)
        x = x.float()
        w = x.gather(1, first[:, :, None].expand(-1, -1, WIDTH))
        w = self.drop(w)
        tokens = {k: h(w) for k, h in self.token_heads.items()}
        dep = self.drop(F.gelu(self.arc_dep(w)))
        head = self.drop(F.gelu(self.arc_head(w)))
        b, n, _ = w.shape
        heads = torch.cat([self.arc_root.expand(b, 1, ARC), head], 1)
        arcs = self.arc_bilinear(dep) @ heads.transpose(1, 2)
        label_dep = self.drop(F.gelu(self.label_dep(w)))
        label_head = self.drop(F.gelu(self.label_head(w)))
        label_heads = torch.cat([self.label_root.expand(b, 1, LABEL), label_head], 1)

        def labels(chosen):
            """Label scores [sentences, words, labels] for the chosen head (0 root, else 1-based) of each word."""
            h = label_heads.gather(1, chosen[:, :, None].expand(-1, -1, LABEL))
            h = torch.cat([h, torch.ones(b, n, 1)], 2)
            u = self.label_bilinear(label_dep).view(b, n, self.sizes["labels"], LABEL + 1)
            return torch.einsum("bnlk,bnk->bnl", u, h)

        return tokens, arcs, labels
