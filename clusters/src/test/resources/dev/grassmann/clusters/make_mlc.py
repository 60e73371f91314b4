"""Reference values of coding rates, coding length and Sinkhorn by the code of MLC's authors (LeslieTrue/CPP), with their gradients.

Run:  python make_mlc.py CPP     (CPP: a checkout of that repository; writes mlc.json)
Features are rows of sines of length 1, so that the test can make them too. The code halves its rates and calls eps what the paper calls eps^2;
what is written here is doubled. The balanced matrix is n times theirs, as their training takes it.
"""

import importlib.util
import json
import pathlib
import sys

import torch

HERE = pathlib.Path(__file__).resolve().parent
SOURCE = pathlib.Path(sys.argv[1])
N, D, EPS2, ETA = 16, 8, 0.1, 0.175


def load(path):
    spec = importlib.util.spec_from_file_location(pathlib.Path(path).stem, SOURCE / path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def sines(shape, b):
    count = shape[0] * shape[1]
    return torch.sin(1 + 0.7 * torch.arange(count, dtype=torch.float64) + b).reshape(shape)


def main():
    loss = load("loss/loss_fn.py").MLCLoss(eps=EPS2, gamma=1.0)
    sinkhorn = load("model/sink_distance.py").SinkhornDistance(ETA, max_iter=5)
    z = torch.nn.functional.normalize(sines((N, D), 0.0), dim=1).float().requires_grad_(True)
    c = torch.nn.functional.normalize(sines((N, D), 5.0), dim=1).float().requires_grad_(True)
    gamma = sinkhorn((c @ c.T).abs().unsqueeze(0))[0][0] * N
    whole, parts = loss.compute_discrimn_loss(z.T), loss.compute_compress_loss(z.T, gamma.T.reshape(N, 1, N))
    (2 * (parts - whole)).backward()
    labels = [i % 3 for i in range(N)]
    torch.set_default_dtype(torch.float64)
    length = load("loss/coding_length.py").seg_compute(z.detach().double(), torch.tensor(labels), 3)
    classes = torch.nn.functional.one_hot(torch.tensor(labels)).double()
    class_rate = loss.compute_compress_loss(z.detach().double().T, classes.T.reshape(3, 1, N))
    reference = {
        "rate": 2 * float(whole), "parts": 2 * float(parts), "gamma": gamma.detach().flatten().tolist(),
        "featureSlope": z.grad.flatten().tolist(), "membershipSlope": c.grad.flatten().tolist(),
        "labels": labels, "codingLength": float(length), "classRate": 2 * float(class_rate),
    }
    (HERE / "mlc.json").write_text(json.dumps(reference, indent=1) + "\n")


main()
