"""Reference values of a transformer's block, float64, in plain PyTorch.

Run:  python make_block.py     (writes block.json)
Every number that goes in is a sine, so that the test can make it too: number i of parameter k is base + 0.3 sin(1 + 0.7 i + k), where the base
is 1 for gains and 0 otherwise. Attention is written out head by head.
"""

import json
import math
import pathlib

import torch
import torch.nn.functional as F

HERE = pathlib.Path(__file__).resolve().parent
torch.set_default_dtype(torch.float64)
D, HEADS, HIDDEN, BATCH, TOKENS = 8, 2, 12, 2, 5


def sines(shape, b, base=0.0, scale=0.3):
    count = math.prod(shape)
    return base + scale * torch.sin(1 + 0.7 * torch.arange(count, dtype=torch.float64) + b).reshape(shape)


def attention(x, qkv, proj, causal):
    out = []
    q, k, v = (x @ qkv[0].T + qkv[1]).split(D, dim=-1)
    width = D // HEADS
    for h in range(HEADS):
        part = slice(h * width, (h + 1) * width)
        scores = q[..., part] @ k[..., part].transpose(1, 2) / math.sqrt(width)
        if causal:
            scores = scores.masked_fill(torch.triu(torch.ones(TOKENS, TOKENS, dtype=torch.bool), 1), -math.inf)
        out.append(torch.softmax(scores, dim=-1) @ v[..., part])
    return torch.cat(out, dim=-1) @ proj[0].T + proj[1]


def block(x, p, causal, gated, scaled):
    it = iter(p)
    take = lambda: next(it)
    g1, o1, wq, bq, wp, bp = (take() for _ in range(6))
    s1 = take() if scaled else 1.0
    g2, o2, wu, bu, wd, bd = (take() for _ in range(6))
    s2 = take() if scaled else 1.0
    x = x + s1 * attention(F.layer_norm(x, (D,), g1, o1, 1e-6), (wq, bq), (wp, bp), causal)
    wide = F.layer_norm(x, (D,), g2, o2, 1e-6) @ wu.T + bu
    inner = F.silu(wide[..., :HIDDEN]) * wide[..., HIDDEN:] if gated else F.gelu(wide)
    return x + s2 * (inner @ wd.T + bd)


def case(causal, gated, scaled):
    up = 2 * HIDDEN if gated else HIDDEN
    gain = [((D,), 1.0)] if scaled else []
    shapes = [((D,), 1.0), ((D,), 0.0), ((3 * D, D), 0.0), ((3 * D,), 0.0), ((D, D), 0.0), ((D,), 0.0)] + gain
    shapes += [((D,), 1.0), ((D,), 0.0), ((up, D), 0.0), ((up,), 0.0), ((D, HIDDEN), 0.0), ((D,), 0.0)] + gain
    p = [sines(s, k, base).requires_grad_(True) for k, (s, base) in enumerate(shapes)]
    x = sines((BATCH, TOKENS, D), 50.0, 0.0, 1.0)
    y = block(x, p, causal, gated, scaled)
    (y * sines(y.shape, 70.0, 0.0, 1.0)).sum().backward()
    return {
        "causal": causal, "gated": gated, "layerScale": scaled,
        "output": y.detach().flatten().tolist(),
        "slopes": [float((q.grad * sines(q.shape, 90.0, 0.0, 1.0)).sum()) for q in p],
    }


cases = [case(False, False, False), case(True, False, False), case(False, True, True)]
(HERE / "block.json").write_text(json.dumps({"cases": cases}, indent=1) + "\n")
