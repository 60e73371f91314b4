"""Writes reference.json: networks with random numbers, and what the released program makes of them.

Needs torch and numpy, and the cell of the authors' notebook that defines KANLinear and KAN as the
module kan_reference (github.com/AngeClementAkazan/Feature-Selection-Using-KAN, commit bb89412,
feature-selection-using-kan_.ipynb).
"""

import json
import sys

import torch

import kan_reference


def numbers(tensor):
    return [float(v) for v in tensor.detach().double().flatten()]


def layers(model):
    return [
        {
            "inputs": layer.in_features,
            "outputs": layer.out_features,
            "base": numbers(layer.base_weight.t()),
            "spline": numbers(layer.spline_weight.permute(1, 2, 0)),
            "scale": numbers(layer.spline_scaler.t()),
        }
        for layer in model.layers
    ]


def gradients(model):
    return [
        {
            "base": numbers(layer.base_weight.grad.t()),
            "spline": numbers(layer.spline_weight.grad.permute(1, 2, 0)),
            "scale": numbers(layer.spline_scaler.grad.t()),
        }
        for layer in model.layers
    ]


def case(widths, grid, order, rows, seed):
    torch.manual_seed(seed)
    model = kan_reference.KAN(widths, grid_size=grid, spline_order=order)
    with torch.no_grad():
        for layer in model.layers:
            layer.spline_scaler.copy_(1 + 0.3 * torch.randn_like(layer.spline_scaler))
            layer.spline_weight.copy_(0.5 * torch.randn_like(layer.spline_weight))
    x = 0.9 * torch.randn(rows, widths[0])
    classes = widths[-1] > 1
    y = torch.randint(0, widths[-1], (rows,)) if classes else torch.randn(rows, 1)
    task = "classification" if classes else "regression"
    loss_of = torch.nn.CrossEntropyLoss() if classes else torch.nn.MSELoss()
    made = {"grid": grid, "order": order, "rows": rows, "x": numbers(x), "y": numbers(y)}
    made["layers"] = layers(model)
    output = model(x)
    loss = loss_of(output, y)
    loss.backward()
    made["output"] = numbers(output)
    made["loss"] = float(loss)
    made["gradients"] = gradients(model)

    first = model.layers[0]
    w = first.scaled_spline_weight.detach()
    made["coefficients_l1"] = numbers(w.abs().sum(dim=(0, 2)))
    made["coefficients_l2"] = numbers(w.pow(2).sum(dim=(0, 2)).sqrt())
    made["contributions_l1"] = numbers(
        model.first_layer_contrib_importance(x, absmean=True, normalize=False)
    )
    made["contributions_l2"] = numbers(
        model.first_layer_contrib_importance(x, absmean=False, normalize=False)
    )
    made["saliency_of_all"] = numbers(model.get_feature_importance("kan_si", x=x, task=task))
    by_output = torch.zeros(widths[0])
    for c in range(widths[-1]):
        asked = x.clone().requires_grad_(True)
        with torch.enable_grad():
            model(asked)[:, c].sum().backward()
        by_output += asked.grad.abs().mean(dim=0)
    made["saliency_by_output"] = numbers(by_output)
    made["knockout"] = numbers(
        model.knockout_delta_loss_full(
            x, y, loss_of, task=task, normalize=False, clip_negative=False
        )
    )

    torch.set_grad_enabled(True)
    adam = torch.optim.Adam(model.parameters(), lr=1e-3)
    for _ in range(20):
        adam.zero_grad()
        loss_of(model(x), y).backward()
        adam.step()
    made["trained"] = layers(model)
    return made


cases = [
    case([4, 9, 3], 2, 1, 37, 0),
    case([3, 7, 1], 3, 2, 29, 1),
    case([5, 11, 1], 5, 3, 40, 2),
]
with open(sys.argv[1], "w") as out:
    json.dump({"cases": cases}, out)
