"""The polynomial decoder and its gradients, float64, by torch autograd; pair and triple vectors from the whole tensors."""
import json, torch
torch.set_default_dtype(torch.float64)
def wave(rows, columns, shift):
    i, j = torch.arange(rows).double()[:, None], torch.arange(columns).double()[None, :]
    return torch.sin(0.7 * i + 1.3 * j * (1 + 0.11 * i) + shift)
q, r = torch.linalg.qr(wave(6, 4, 0.3)); U = (q * r.diagonal().sign()).requires_grad_()
C = [wave(4, n, s).requires_grad_() for n, s in ((4, 0.1), (3, 0.6), (2, -0.2))]
lam = torch.tensor([-0.5, 0.5]).requires_grad_(); b = torch.tensor([0.1, -0.2, 0.05, 0.0]).requires_grad_()
z = wave(2, 6, 1.0).relu().requires_grad_(); x = wave(2, 4, 2.0)
a = z @ U
parts = [a @ C[0].T, a[:, :3] ** 2 @ C[1].T, a[:, :2] ** 3 @ C[2].T]
hat = b + parts[0] + lam[0] * parts[1] + lam[1] * parts[2]
loss = (x - hat).pow(2).sum(1).mean()
g = torch.autograd.grad(loss, [z, U, *C, lam, b])
B = torch.einsum("cr,ir,jr->ijc", C[1], U[:, :3], U[:, :3]); G = torch.einsum("cr,ir,jr,kr->ijkc", C[2], U[:, :2], U[:, :2], U[:, :2])
near = wave(6, 4, 0.3) * 0 + U.detach() + 0.05 * wave(6, 4, 1.7); qn, rn = torch.linalg.qr(near)
print(json.dumps({"U": U.tolist(), "z": z.tolist(), "hat": hat.tolist(), "first": (b + parts[0]).tolist(), "loss": float(loss.detach()),
    "gradients": dict(zip(["z", "projection", "mix_1", "mix_2", "mix_3", "lambdas", "bias"], [t.tolist() for t in g])),
    "pair01": (2 * lam[0] * B[0, 1]).tolist(), "pair25": (2 * lam[0] * B[2, 5]).tolist(), "triple024": (6 * lam[1] * G[0, 2, 4]).tolist(),
    "near": near.tolist(), "retracted": (qn * rn.diagonal().sign()).tolist()}, indent=1))
