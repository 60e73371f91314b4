"""Reference values of Franca's heads, targets, losses and of RASA's decomposition, by the published modules (valeoai/Franca).

Run:  python make_franca.py FRANCA     (FRANCA: a checkout of that repository; writes franca.json)
Every number that goes in is a sine, so that the test can make it too. The published loss asks a process group for its size: a single process
stands in for one.
"""

import importlib.util
import json
import pathlib
import sys

import torch

HERE = pathlib.Path(__file__).resolve().parent
SOURCE = pathlib.Path(sys.argv[1])
D, NESTING, PROTOTYPES, HIDDEN, BOTTLENECK, N = 8, [2, 4, 8], 16, 6, 5, 4


def load(path):
    spec = importlib.util.spec_from_file_location(pathlib.Path(path).stem, SOURCE / path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def sines(shape, b, scale=1.0):
    count = int(torch.tensor(shape).prod())
    return (scale * torch.sin(1 + 0.7 * torch.arange(count, dtype=torch.float64) + b)).float().reshape(shape)


def flat(tensors):
    return [t.detach().flatten().tolist() for t in tensors]


def main():
    torch.manual_seed(0)
    head = load("franca/layers/mrl_dino_head.py").MRLDINOHead(
        D, PROTOTYPES, hidden_dim=HIDDEN, bottleneck_dim=BOTTLENECK, nesting_list=NESTING)
    k = 0
    with torch.no_grad():
        for i in range(len(NESTING)):
            parts = [head.matryoshka_projections[i]] + [head.mlps[i][j] for j in (0, 2, 4)]
            parameters = [p for part in parts for p in (part.weight, part.bias)]
            parameters += [head.last_layers[i].weight_v, head.last_layers[i].weight_g]
            for p in parameters:
                p.copy_(sines(p.shape, k))
                k += 1
    out = {"heads": flat(head(sines((N, D), 40.0)))}

    class_loss, patch_loss = load("franca/loss/mrl_dino_loss.py"), load("franca/loss/mrl_ibot_patch_loss.py")
    patch_loss.dist.all_reduce = lambda tensor: None
    dino, ibot = class_loss.MRLDINOLoss(PROTOTYPES), patch_loss.MRLiBOTPatchLoss(PROTOTYPES)
    sizes = [4, 8, 16]
    teacher = tuple(sines((2 * N, s), 50.0 + s, 0.3) for s in sizes)
    targets = dino.sinkhorn_knopp_teacher(teacher, 0.05, 2)
    out["targets"] = flat(targets)
    local = tuple(sines((3 * N, s), 60.0 + s, 0.3) for s in sizes)
    out["local"] = float(dino(local, targets, (3, 2)))
    whole = tuple(sines((2 * N, s), 70.0 + s, 0.3) for s in sizes)
    out["global"] = float(dino(whole, targets, 2, teacher_global=True))

    masks = torch.zeros(3, 4, dtype=torch.bool)
    masks[0, 1] = masks[0, 3] = masks[2, 0] = masks[2, 1] = masks[2, 2] = True
    hidden = int(masks.sum())
    seen = tuple(sines((hidden, s), 80.0 + s, 0.3) for s in sizes)
    wanted = ibot.sinkhorn_knopp_teacher(
        tuple(sines((hidden, s), 90.0 + s, 0.3) for s in sizes), 0.05, torch.tensor(float(hidden)))
    out["patches"] = float(ibot(seen, wanted, masks))
    out["koleo"] = float(load("franca/loss/koleo_loss.py").KoLeoLoss()(sines((N, D), 30.0)))

    rasa = load("rasa/src/rasa_head.py").RASAHead
    out["rasa"] = rasa.decompose_pos_2D(sines((2, 3, D), 10.0), sines((2, D), 20.0))[1].flatten().tolist()
    (HERE / "franca.json").write_text(json.dumps(out, indent=1) + "\n")


main()
