"""Graph of DSC-Net's coefficients by NumPy, printed for InteractionTest: run with python3 and NumPy 2."""

import numpy as np

n = 12
rank = 5
i, j = np.meshgrid(np.arange(n), np.arange(n), indexing="ij")
c = np.sin(1 + 3.1 * i + 1.7 * j) * np.where(i % 2 == j % 2, 0.3, 0.1)
c = c.astype(np.float32).astype(float)


def strongest(row, mass):
    kept, held = np.zeros(n), 0.0
    for k in np.argsort(-np.abs(row)):
        kept[k] = row[k]
        held += abs(row[k])
        if held > mass * np.abs(row).sum():
            return kept
    return kept


for mass, power in ((0.2, 1), (0.6, 3)):
    kept = np.array([strongest(row, mass) for row in c])
    u, s, _ = np.linalg.svd((kept + kept.T) / 2)
    m = u[:, :rank] * np.sqrt(s[:rank])
    m = m / np.linalg.norm(m, axis=1, keepdims=True)
    w = np.maximum(m @ m.T, 0) ** power
    print(mass, power, (kept != 0).sum(), w[0], (w * np.sin(1 + i + 2 * j)).sum())
