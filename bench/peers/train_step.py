"""Training steps in torch: a ReLU network or a TopK sparse autoencoder, by Adam. Usage: train_step.py FOLDER mlp|sae STEPS [K]

Parameters come from w0.npy, b0.npy, ... and data from x.npy (and labels.npy), so that both sides start from the same numbers; each request
starts over. The answer is the loss of the last step.
"""

import pathlib
import sys

import numpy as np
import torch
import worker


def load(folder, name):
    return torch.from_numpy(np.load(folder / name))


def mlp(folder):
    layers = [(load(folder, f"w{i}.npy").requires_grad_(), load(folder, f"b{i}.npy").requires_grad_()) for i in range(3)]
    x, labels = load(folder, "x.npy"), load(folder, "labels.npy").long()

    def loss():
        h = x
        for i, (w, b) in enumerate(layers):
            h = torch.nn.functional.linear(h, w, b)
            h = torch.relu(h) if i < 2 else h
        return torch.nn.functional.cross_entropy(h, labels)

    return [p for pair in layers for p in pair], loss


def sae(folder, k):
    encoder, decoder = load(folder, "w0.npy").requires_grad_(), load(folder, "w1.npy").requires_grad_()
    b_enc, b_dec = load(folder, "b0.npy").requires_grad_(), load(folder, "b1.npy").requires_grad_()
    x = load(folder, "x.npy")

    def loss():
        a = torch.nn.functional.linear(x - b_dec, encoder, b_enc)
        values, indices = a.topk(k, dim=1, sorted=False)
        hat = torch.nn.functional.embedding_bag(indices, decoder, per_sample_weights=torch.relu(values), mode="sum") + b_dec
        return (x - hat).pow(2).sum(1).mean()

    return [encoder, decoder, b_enc, b_dec], loss


def main(folder, kind, steps, k="32"):
    folder = pathlib.Path(folder)

    state = {}

    def work():
        adam = torch.optim.Adam(state["parameters"], lr=1e-3)
        for _ in range(int(steps)):
            adam.zero_grad()
            value = state["loss"]()
            value.backward()
            adam.step()
        return value.item()

    def fresh():
        state["parameters"], state["loss"] = mlp(folder) if kind == "mlp" else sae(folder, int(k))

    def answer(value):
        fresh()
        return value

    fresh()
    worker.serve(f"torch {torch.__version__}", work, answer)


if __name__ == "__main__":
    main(*sys.argv[1:])
