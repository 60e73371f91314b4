"""Figures for MoLRG: posterior means and their Jacobians from dense Gaussians, the authors' generator,
rank and sampler by their formulas, losses and slopes by automatic differentiation.

    python make_molrg.py > molrg.json          (numpy 2, torch 2, float64)
"""

import json

import numpy as np
import torch

rng = np.random.default_rng(12)
torch.set_default_dtype(torch.float64)


def orthonormal(n, d):
    return np.linalg.qr(rng.standard_normal((n, d)))[0]


N, DIMENSIONS = 6, [2, 3, 1]
SHARES = [0.5, 0.3, 0.2]
BASES = [orthonormal(N, d) for d in DIMENSIONS]
MEANS = [0.3 * rng.standard_normal(N) for _ in DIMENSIONS]
VARIANCES = [rng.uniform(0.5, 4, d) for d in DIMENSIONS]


def posterior(x, s, gamma, shares, means, bases, variances):
    """E[x0 | x_t] and the weights, with full covariance matrices; no low-rank shortcut."""
    logs, each = [], []
    for share, mean, basis, variance in zip(shares, means, bases, variances):
        mean, basis, variance = map(torch.as_tensor, (mean, basis, variance))
        sigma = basis @ torch.diag(variance) @ basis.T
        cover = s * s * sigma + gamma * gamma * torch.eye(len(mean))
        gaussian = torch.distributions.MultivariateNormal(s * mean, cover)
        logs.append(np.log(share) + gaussian.log_prob(x))
        each.append(mean + s * (torch.linalg.solve(cover, (x - s * mean).T).T @ sigma))
    weights = torch.softmax(torch.stack(logs, -1), -1)
    return sum(w[..., None] * m for w, m in zip(weights.unbind(-1), each)), weights


def zeros_and_ones(bases):
    return [np.zeros(len(b)) for b in bases], [np.ones(b.shape[1]) for b in bases]


cases = []
for s, gamma in [(0.9, np.sqrt(0.19)), (0.5, np.sqrt(0.75)), (1.0, 0.05), (1.0, 7.0)]:
    x = torch.as_tensor(rng.standard_normal((2, N)))
    mean, weights = posterior(x, s, gamma, SHARES, MEANS, BASES, VARIANCES)
    one = lambda row: posterior(row[None], s, gamma, SHARES, MEANS, BASES, VARIANCES)[0][0]
    jacobian = torch.autograd.functional.jacobian(one, x[0])
    cases.append(dict(s=s, gamma=gamma, x=x.tolist(), mean=mean.tolist(), weights=weights.tolist(),
                      jacobian=jacobian.tolist()))

# the authors' generator at its own defaults, resolution 2: consecutive blocks of left singular vectors
gaussian = rng.standard_normal((12, 12))
u = torch.linalg.svd(torch.as_tensor(gaussian))[0].numpy()
projectors = [(u[:, 2 * k:2 * k + 2] @ u[:, 2 * k:2 * k + 2].T).tolist() for k in range(2)]

# the authors' rank: square roots of cumulated energy above 0.99 of the last one
ranks = []
for decay in [0.0, 0.05, 0.2, 0.7, 2.0]:
    s = torch.as_tensor(np.exp(-decay * np.arange(20)))
    root = torch.cumsum(s**2, 0).sqrt()
    ranks.append(dict(values=s.tolist(), rank=int(torch.where(root > root[-1] * 0.99)[0].min()) + 1))

# losses of low-rank denoisers on given noise, and the slope by the free matrices whose Q the bases are
B = 5
free = [rng.standard_normal((N, d)) for d in DIMENSIONS]
clean = torch.as_tensor(rng.standard_normal((B, N)))
unit = torch.as_tensor(rng.standard_normal((B, N)))
level = torch.as_tensor(rng.uniform(0.2, 2, B))
weight = torch.as_tensor(rng.uniform(0.5, 2, B))
losses = {}
for form in ["soft", "hard"]:
    leaves = [torch.as_tensor(f).requires_grad_() for f in free]
    bases = [torch.linalg.qr(leaf)[0] for leaf in leaves]
    noisy = clean + level[:, None] * unit
    predicted = []
    for i in range(B):
        if form == "soft":
            m, v = zeros_and_ones(bases)
            predicted.append(posterior(noisy[i:i + 1], 1.0, float(level[i]), [1 / 3] * 3, m, bases, v)[0][0])
        else:
            held = torch.stack([((clean[i] @ b)**2).sum() for b in bases])
            b = bases[int(held.argmax())]
            predicted.append(b @ (b.T @ noisy[i]) / (1 + level[i]**2))
    loss = (((torch.stack(predicted) - clean)**2).sum(1) * weight).mean()
    loss.backward()
    losses[form] = dict(loss=loss.item(), slopes=[leaf.grad.tolist() for leaf in leaves])

# all parts learnt: variances, shares and means beside the bases
leaves = [[torch.as_tensor(x).requires_grad_() for x in part]
          for part in [free, [np.log(v) for v in VARIANCES], MEANS]]
logits = torch.as_tensor(np.log(SHARES)).requires_grad_()
bases = [torch.linalg.qr(leaf)[0] for leaf in leaves[0]]
shares = torch.softmax(logits, 0)
noisy = clean + level[:, None] * unit
total = 0
for i in range(B):
    logs, each = [], []
    for k in range(3):
        mean, basis, variance = leaves[2][k], bases[k], leaves[1][k].exp()
        sigma = basis @ torch.diag(variance) @ basis.T
        cover = sigma + level[i]**2 * torch.eye(N)
        logs.append(torch.log(shares[k]) + torch.distributions.MultivariateNormal(mean, cover).log_prob(noisy[i]))
        each.append(mean + sigma @ torch.linalg.solve(cover, noisy[i] - mean))
    w = torch.softmax(torch.stack(logs), 0)
    total = total + weight[i] * ((sum(a * b for a, b in zip(w, each)) - clean[i])**2).sum() / B
total.backward()
losses["spectrum"] = dict(
    loss=total.item(), slopes=[x.grad.tolist() for x in leaves[0]],
    variance_slopes=[x.grad.tolist() for x in leaves[1]],
    mean_slopes=[x.grad.tolist() for x in leaves[2]], share_slopes=logits.grad.tolist())

# EDM's sampler: 18 steps of Heun's method on 80 to 0.002, rho 7, the last step by Euler
index = torch.arange(18)
steps = (80**(1 / 7) + index / 17 * (0.002**(1 / 7) - 80**(1 / 7)))**7
steps = torch.cat([steps, torch.zeros(1)])
start = torch.as_tensor(rng.standard_normal((2, N)))
x = start * steps[0]
denoise = lambda y, t: posterior(y, 1.0, float(t), SHARES, MEANS, BASES, VARIANCES)[0]
for i in range(18):
    slope = (x - denoise(x, steps[i])) / steps[i]
    after = x + (steps[i + 1] - steps[i]) * slope
    if i < 17:
        second = (after - denoise(after, steps[i + 1])) / steps[i + 1]
        after = x + (steps[i + 1] - steps[i]) * (slope + second) / 2
    x = after

print(json.dumps(dict(
    n=N, shares=SHARES, means=[m.tolist() for m in MEANS], bases=[b.tolist() for b in BASES],
    variances=[v.tolist() for v in VARIANCES], cases=cases,
    generator=dict(matrix=gaussian.tolist(), projectors=projectors), ranks=ranks,
    dae=dict(free=[f.tolist() for f in free], clean=clean.tolist(), unit=unit.tolist(),
             level=level.tolist(), weight=weight.tolist(), losses=losses),
    sampler=dict(start=start.tolist(), end=x.tolist())), indent=None))
