"""Training steps of a KAN by efficient-kan. Usage: kan.py FOLDER STEPS GRID ORDER CHECKOUT

Weights of each layer come from base0.npy, spline0.npy, scale0.npy, base1.npy, ..., inputs first as ours has them, data from x.npy and y.npy,
so that both sides start from the same numbers; each request starts over. The answer is the loss of the last step.
"""

import pathlib
import sys

import numpy as np
import torch
import worker


def main(folder, steps, grid, order, checkout):
    sys.path.insert(0, str(pathlib.Path(checkout) / "src"))
    from efficient_kan import KAN

    folder = pathlib.Path(folder)

    def load(name):
        return torch.from_numpy(np.load(folder / name))

    x, y = load("x.npy"), load("y.npy")
    bases = [load(f"base{i}.npy") for i in range(2)]
    model = KAN([bases[0].shape[0], bases[0].shape[1], bases[1].shape[1]], grid_size=int(grid), spline_order=int(order))

    def fresh():
        with torch.no_grad():
            for i, layer in enumerate(model.layers):
                layer.base_weight.copy_(bases[i].t())
                layer.spline_weight.copy_(load(f"spline{i}.npy").permute(2, 0, 1))
                layer.spline_scaler.copy_(load(f"scale{i}.npy").t())

    def work():
        adam = torch.optim.Adam(model.parameters(), lr=1e-3)
        for _ in range(int(steps)):
            adam.zero_grad()
            loss = torch.nn.functional.mse_loss(model(x), y)
            loss.backward()
            adam.step()
        return loss.item()

    def answer(value):
        fresh()
        return value

    fresh()
    worker.serve(f"efficient-kan, torch {torch.__version__}", work, answer)


if __name__ == "__main__":
    main(*sys.argv[1:])
