"""Reference values of the convolutional autoencoder and of the losses of LIHFSS-SVDSC, float64, in plain PyTorch.

Run:  python make_deep.py     (writes deep.json)
Every number that goes in is sin(1 + a * index + b), so that the test can make it too. The transposed convolution is taken as what it is: the
gradient of the "same"-padded convolution of stride 2 with respect to its input.
"""

import json
import pathlib

import torch
import torch.nn.functional as F

HERE = pathlib.Path(__file__).resolve().parent
torch.set_default_dtype(torch.float64)


def numbers(shape, b, scale=1.0):
    count = int(torch.tensor(shape).prod())
    return scale * torch.sin(1 + 0.7 * torch.arange(count) + b).reshape(shape)


def same(x, w):
    k = w.shape[-1]
    pads = []
    for size in (x.shape[3], x.shape[2]):
        total = max((-(-size // 2) - 1) * 2 + k - size, 0)
        pads += [total // 2, total - total // 2]
    return F.conv2d(F.pad(x, pads), w, stride=2)


def transposed(y, w, shape):
    x = torch.zeros(shape, requires_grad=True)
    return torch.autograd.grad((same(x, w) * y).sum(), x)[0]


def main():
    n, h, w = 6, 7, 10
    x = numbers((n, 1, h, w), 0.0).abs()
    w1, b1, w2, b2 = numbers((2, 1, 3, 3), 1.0), numbers((2,), 2.0, 0.1), numbers((3, 2, 5, 5), 3.0, 0.3), numbers((3,), 4.0, 0.1)
    u2, c2, u1, c1 = numbers((3, 2, 5, 5), 5.0, 0.3), numbers((2,), 6.0, 0.1), numbers((2, 1, 3, 3), 7.0), numbers((1,), 8.0, 0.1)
    v1 = F.relu(same(x, w1) + b1[:, None, None])
    v2 = F.relu(same(v1, w2) + b2[:, None, None])
    back = F.relu(transposed(v2, u2, v1.shape) + c2[:, None, None])
    out = F.relu(transposed(back, u1, x.shape) + c1[:, None, None])

    c = numbers((n, n), 9.0, 0.2).requires_grad_()
    layers = [x.reshape(n, -1), v1.reshape(n, -1), v2.reshape(n, -1)]
    square = lambda a: ((a[:, None, :] - a[None, :, :]) ** 2).sum(-1)
    apart = (torch.arange(n)[:, None] % 3 != torch.arange(n)[None, :] % 3).double()
    expression = sum(((v - c @ v) ** 2).sum() for v in layers)
    root = (c.abs() + c.abs().T + 1e-12).sqrt()
    labels = torch.eye(3)[torch.arange(n) % 3]
    laplacian = torch.diag(root.sum(1)) - root
    quality = 10 * torch.trace(labels.T @ laplacian @ labels)
    hd = square(layers[0])
    result = {
        "firstLayer": v1.flatten().tolist(), "code": v2.flatten().tolist(), "decoded": out.flatten().tolist(),
        "reconstruction": float(((x - out) ** 2).sum()),
        "preserved": float(sum((hd * square(v)).sum() for v in layers[1:]) / 2),
        "stress": float(sum(((hd / hd.sum() - square(v) / square(v).sum()) ** 2).sum() for v in layers[1:])),
        "selfExpression": float(expression), "selfExpressionSlope": torch.autograd.grad(expression, c)[0].flatten().tolist(),
        "quality": float(quality), "qualitySlope": torch.autograd.grad(quality, c)[0].flatten().tolist(),
    }
    (HERE / "deep.json").write_text(json.dumps(result) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
