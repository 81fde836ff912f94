"""The reader's network: one encoder, cue tags, and for every cue a role for each word piece.

Shapes: B windows, T word pieces, Q cues, D = 384 hidden units. Roles are tagged
O, B-source, I-source, B-content, I-content; cues O, B, I.
"""

import math
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

CUE_TAGS = 3
ROLE_TAGS = 5
DISTANCES = 32
NEVER = -1e4


@dataclass(frozen=True)
class Config:
    vocabulary: int = 30522
    hidden: int = 384
    layers: int = 6
    heads: int = 12
    intermediate: int = 1536
    positions: int = 512
    features: int = 32
    role_hidden: int = 192
    dropout: float = 0.1
    epsilon: float = 1e-12
    relative: int = 0  # buckets of distance whose bias every layer adds, as in MPNet; 0 for none


TEACHER = Config(hidden=768, layers=12, intermediate=3072, epsilon=1e-5, relative=32)
"""The shape of all-mpnet-base-v2, whose word pieces are BERT's."""
SIZES = {"small": Config(), "base": TEACHER}


class FusedAttention(torch.autograd.Function):
    """Attention as ONNX Runtime's one operator, which needs no (T, T) matrix in memory."""

    @staticmethod
    def symbolic(g, q, k, v, heads):
        return g.op("com.microsoft::MultiHeadAttention", q, k, v, num_heads_i=heads).setType(
            q.type()
        )

    @staticmethod
    def forward(ctx, q, k, v, heads):
        return q


class Product(nn.Linear):
    """A linear layer that can learn with the rounding that it ships with: weights to int8 with a
    scale for each output, input to uint8 with a range for each window, as ONNX Runtime's dynamic
    quantisation has it. Gradients pass as if nothing were rounded (Jacob et al. 2018)."""

    rounds = False

    def forward(self, x: Tensor) -> Tensor:
        if not self.rounds:
            return super().forward(x)
        with torch.no_grad(), torch.autocast(x.device.type, enabled=False):
            w, y = self.weight.float(), x.float()
            step = w.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
            w = (w / step).round() * step - w
            low, high = y.amin((1, 2), keepdim=True), y.amax((1, 2), keepdim=True)
            low, high = low.clamp(max=0), high.clamp(min=0)
            step = ((high - low) / 255).clamp(min=1e-8)
            zero = (-low / step).round()
            y = (((y / step).round() + zero).clamp(0, 255) - zero) * step - y
        return F.linear(x + y.to(x.dtype), self.weight + w, self.bias)


class Layer(nn.Module):
    """A post-norm transformer block, as in BERT."""

    def __init__(self, c: Config):
        super().__init__()
        self.heads = c.heads
        self.query, self.key, self.value, self.output = (
            Product(c.hidden, c.hidden) for _ in range(4)
        )
        self.up, self.down = (
            Product(c.hidden, c.intermediate),
            Product(c.intermediate, c.hidden),
        )
        self.norm_attention, self.norm_output = (
            nn.LayerNorm(c.hidden, eps=c.epsilon),
            nn.LayerNorm(c.hidden, eps=c.epsilon),
        )
        self.dropout = nn.Dropout(c.dropout)

    def forward(self, x: Tensor, bias: Tensor | None) -> Tensor:
        b, t, d = x.shape
        q, k, v = self.query(x), self.key(x), self.value(x)
        if torch.onnx.is_in_onnx_export():
            attended = FusedAttention.apply(q, k, v, self.heads)
        else:
            split = lambda y: y.view(b, t, self.heads, d // self.heads).transpose(1, 2)
            mask = None if bias is None else bias.to(q.dtype)
            attended = F.scaled_dot_product_attention(split(q), split(k), split(v), attn_mask=mask)
            attended = attended.transpose(1, 2).reshape(b, t, d)
        x = self.norm_attention(x + self.dropout(self.output(attended)))
        return self.norm_output(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    def __init__(self, c: Config):
        super().__init__()
        self.words = nn.Embedding(c.vocabulary, c.hidden)
        self.places = nn.Embedding(c.positions, c.hidden)
        self.features = nn.Embedding(c.features, c.hidden)
        self.norm = nn.LayerNorm(c.hidden, eps=c.epsilon)
        self.layers = nn.ModuleList(Layer(c) for _ in range(c.layers))
        self.dropout = nn.Dropout(c.dropout)
        self.distance = nn.Embedding(c.relative, c.heads) if c.relative else None
        nn.init.zeros_(self.features.weight)

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor | None = None) -> Tensor:
        """ids, features (B, T) int64, mask (B, T) 1 for real pieces (None: all) -> (B, T, D)."""
        x = self.words(ids) + self.places.weight[: ids.shape[1]] + self.features(features)
        x = self.dropout(self.norm(x))
        bias = None if mask is None else (1.0 - mask[:, None, None, :].to(x.dtype)) * NEVER
        if self.distance is not None:
            buckets = relative_buckets(ids.shape[1], self.distance.num_embeddings, ids.device)
            far = self.distance(buckets).permute(2, 0, 1)[None]
            bias = far if bias is None else bias + far
        for layer in self.layers:
            x = layer(x, bias)
        return x


def relative_buckets(length: int, count: int, device: torch.device) -> Tensor:
    """(length, length) of how far the piece of the column is from that of the row: half of the
    buckets for each side, growing with the logarithm up to 128 (Raffel et al. 2020)."""
    at = torch.arange(length, device=device)
    behind = at[:, None] - at[None, :]
    side, exact = count // 2, count // 4
    size = behind.abs()
    grown = torch.log(size.clamp(min=1) / exact) / math.log(128 / exact) * (side - exact)
    far = (exact + grown.long()).clamp(max=side - 1)
    return torch.where(size < exact, size, far) + (behind < 0).long() * side


class Heads(nn.Module):
    """Cue tags of outer and of any attribution, role tags, and what roles are made of."""

    def __init__(self, c: Config):
        super().__init__()
        self.cue = nn.Linear(c.hidden, 2 * CUE_TAGS)
        self.spans = nn.Linear(c.hidden, ROLE_TAGS)
        self.token = nn.Linear(c.hidden, 2 * c.role_hidden)
        self.anchor = nn.Linear(c.hidden, 2 * c.role_hidden)

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        return self.cue(x), self.spans(x), self.token(x), self.anchor(x)


class Roles(nn.Module):
    """Emissions over role tags for each cue and piece, and the transitions between them."""

    def __init__(self, c: Config):
        super().__init__()
        self.hidden = c.role_hidden
        self.distance = nn.Embedding(DISTANCES, c.role_hidden)
        nn.init.normal_(self.distance.weight, std=0.02)
        self.additive = nn.Linear(c.role_hidden, ROLE_TAGS)
        self.multiplicative = nn.Linear(c.role_hidden, ROLE_TAGS, bias=False)
        self.neighbours = nn.Conv1d(
            c.role_hidden, c.role_hidden, 5, padding=2, groups=c.role_hidden // 16
        )
        self.norm = nn.LayerNorm(c.role_hidden)
        self.transitions = nn.Parameter(torch.zeros(ROLE_TAGS, ROLE_TAGS))
        self.start = nn.Parameter(torch.zeros(ROLE_TAGS))
        self.dropout = nn.Dropout(c.dropout)

    def forward(self, token: Tensor, anchor: Tensor, buckets: Tensor) -> Tensor:
        """token (Q, T, 2H) of each cue's window, anchor (Q, 2H), buckets (Q, T) -> (Q, T, 5)."""
        h = self.hidden
        return self._emissions(
            token[..., :h] + anchor[:, None, :h] + self.distance(buckets),
            token[..., h:] * anchor[:, None, h:],
        )

    def rows(
        self, token: Tensor, anchor: Tensor, at: Tensor, cue: Tensor, buckets: Tensor
    ) -> Tensor:
        """The same for chosen pieces (see decode's Rows): token (T, 2H) of one window, anchor
        (Q, 2H), the others (R,) -> (R, 5). No row is computed that isn't asked for."""
        h, own = self.hidden, cue.clamp(min=0)
        return self._emissions(
            (token[:, :h][at] + anchor[:, :h][own] + self.distance(buckets))[None],
            (token[:, h:][at] * anchor[:, h:][own])[None],
            (cue >= 0)[None, :, None].to(token.dtype),
        )[0]

    def _emissions(self, added: Tensor, product: Tensor, real: Tensor | None = None) -> Tensor:
        """(B, T, H) each -> (B, T, 5); `real` (B, T, 1) is 0 where a row is nobody's."""
        added = F.gelu(added)
        if real is not None:
            added = added * real
        # as a picture one pixel high: for these ONNX Runtime has faster code
        beside = F.conv2d(
            added.transpose(1, 2)[:, :, None],
            self.neighbours.weight[:, :, None],
            self.neighbours.bias,
            padding=(0, 2),
            groups=self.neighbours.groups,
        )
        added = added + F.gelu(beside[:, :, 0].transpose(1, 2))
        # scaled as in attention: unscaled, the emissions grow to a hundred and the loss rises again
        product = product / math.sqrt(self.hidden)
        return self.additive(self.dropout(self.norm(added))) + self.multiplicative(
            self.dropout(product)
        )


def allowed() -> Tensor:
    """(5, 5) added to the transitions: I follows only B or I of its role; row 0 for the first."""
    t = torch.zeros(ROLE_TAGS, ROLE_TAGS)
    for inner in (2, 4):
        for before in range(ROLE_TAGS):
            if before not in (inner, inner - 1):
                t[before, inner] = NEVER
    return t


class Model(nn.Module):
    def __init__(self, c: Config | None = None):
        super().__init__()
        self.config = c or Config()
        self.encoder, self.heads, self.roles = (
            Encoder(self.config),
            Heads(self.config),
            Roles(self.config),
        )
        self.register_buffer("allowed", allowed(), persistent=False)

    def round(self) -> None:
        """From now on the encoder's products are rounded as they are in what ships; its words are
        at once, as they are not learnt."""
        for module in self.encoder.modules():
            if isinstance(module, Product):
                module.rounds = True
        with torch.no_grad():
            words = self.encoder.words.weight
            step = words.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
            words.copy_((words / step).round() * step)

    def anchors(self, anchor: Tensor, window: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """Mean of anchor vectors (B, T, 2H) over each cue [first, last) of its window: (Q, 2H)."""
        at = torch.arange(anchor.shape[1], device=anchor.device)[None, :]
        inside = ((at >= first[:, None]) & (at < last[:, None])).to(anchor.dtype)
        inside = inside / inside.sum(1, keepdim=True).clamp(min=1)
        return torch.einsum("qt,qth->qh", inside, anchor[window])

    def chain(self, emissions: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """The linear chain over emissions (Q, T, 5) as its scores: of the first tag (Q, 5), and of
        each tag after each other one (Q, T - 1, 5, 5); a masked piece keeps the tag before it."""
        emissions = emissions.float()
        begin = self.roles.start + self.allowed[0] + emissions[:, 0]
        steps = self.roles.transitions + self.allowed + emissions[:, 1:, None, :]
        same = (1 - torch.eye(ROLE_TAGS, device=steps.device)) * NEVER
        return begin, torch.where(mask[:, 1:, None, None] > 0, steps, same)

    def role_nll(self, emissions: Tensor, tags: Tensor, mask: Tensor) -> Tensor:
        """Negative log likelihood (Q,) of tags (Q, T): linear-chain CRF (Lafferty et al. 2001)."""
        begin, steps = self.chain(emissions, mask)
        rows = torch.arange(ROLE_TAGS, device=tags.device)
        one_hot = (tags[..., None] == rows).float()
        pairs = one_hot[:, :-1, :, None] * one_hot[:, 1:, None, :] * mask[:, 1:, None, None]
        return cross_entropy((begin, steps), (one_hot[:, 0], pairs))


def like(state: dict[str, Tensor]) -> Model:
    """A student of the shape of a checkpoint's, its weights still to be filled in: it may have
    fewer feed-forward units than it was trained with (see prune.py)."""
    units = len(state["encoder.layers.0.up.bias"])
    return Model(replace(Config(), intermediate=units))


def log_partition(begin: Tensor, steps: Tensor) -> Tensor:
    """Log of the sum over all sequences (Q,): the steps are multiplied two by two, so that a
    window of 256 pieces takes eight rounds and not 255."""
    while steps.shape[1] > 1:
        if steps.shape[1] % 2:
            *_, last = steps[:, -2:].unbind(1)
            steps = torch.cat([steps[:, :-2], _after(steps[:, -2], last)[:, None]], 1)
        else:
            steps = _after(steps[:, 0::2], steps[:, 1::2])
    return torch.logsumexp((begin[:, :, None] + steps[:, 0]).flatten(1), 1)


def _after(first: Tensor, second: Tensor) -> Tensor:
    return torch.logsumexp(first[..., :, :, None] + second[..., None, :, :], dim=-2)


def marginals(begin: Tensor, steps: Tensor) -> tuple[Tensor, Tensor]:
    """Probabilities of first tags (Q, 5) and of neighbouring pairs of tags (Q, T - 1, 5, 5): the
    gradient of the log partition."""
    with torch.enable_grad():
        begin, steps = begin.detach().requires_grad_(), steps.detach().requires_grad_()
        return torch.autograd.grad(log_partition(begin, steps).sum(), (begin, steps))


def cross_entropy(chain: tuple[Tensor, Tensor], wanted: tuple[Tensor, Tensor]) -> Tensor:
    """(Q,) of a chain's scores against probabilities in the form of `marginals`: exact, as a
    sequence's score is a sum over its neighbours."""
    (begin, steps), (first, pairs) = chain, wanted
    score = (first * begin).sum(1) + (pairs * steps).flatten(1).sum(1)
    return log_partition(begin, steps) - score


RENAMED = {
    "attention.self.query": "query",
    "attention.self.key": "key",
    "attention.self.value": "value",
    "attention.output.dense": "output",
    "attention.output.LayerNorm": "norm_attention",
    "intermediate.dense": "up",
    "output.dense": "down",
    "output.LayerNorm": "norm_output",
}
MPNET = {
    "attention.attn.q": "query",
    "attention.attn.k": "key",
    "attention.attn.v": "value",
    "attention.attn.o": "output",
    "attention.LayerNorm": "norm_attention",
}
MPNET_SPECIAL = {0: 1, 101: 0, 102: 2, 103: 30526}  # [PAD], [CLS], [SEP], [MASK]
MPNET_WORDS = 4  # its other word pieces are BERT's, behind four marks of its own
MPNET_PLACES = 2  # and its places begin after that of its padding


def load_pretrained(encoder: Encoder, path: Path) -> None:
    """Fill the encoder from a BERT checkpoint, its token type folded into the places, or from an
    MPNet one, its words put into BERT's order."""
    state = load_file(path)
    words, places = (state[f"embeddings.{k}_embeddings.weight"] for k in ("word", "position"))
    renamed = RENAMED
    if encoder.distance is None:
        places = places + state["embeddings.token_type_embeddings.weight"][0]
    else:
        renamed = {k: v for k, v in RENAMED.items() if not k.startswith("attention")} | MPNET
        order = range(encoder.words.num_embeddings)
        words = words[[MPNET_SPECIAL.get(i, i + MPNET_WORDS) for i in order]]
        places = places[MPNET_PLACES:]
    mine = {
        "words.weight": words,
        "places.weight": places,
        "norm.weight": state["embeddings.LayerNorm.weight"],
        "norm.bias": state["embeddings.LayerNorm.bias"],
    }
    for i in range(len(encoder.layers)):
        for theirs, ours in renamed.items():
            for part in ("weight", "bias"):
                mine[f"layers.{i}.{ours}.{part}"] = state[f"encoder.layer.{i}.{theirs}.{part}"]
    if encoder.distance is not None:
        mine["distance.weight"] = state["encoder.relative_attention_bias.weight"]
    missing, unexpected = encoder.load_state_dict(mine, strict=False)
    if unexpected or set(missing) != {"features.weight"}:
        raise ValueError(
            f"{path} is not the expected encoder: missing {missing}, unexpected {unexpected}"
        )
