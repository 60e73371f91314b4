"""TorchScript denoisers of a standard normal x0 under s² + gamma² = 1, told sigma: eps, x0 and v.

    python make_scripts.py        (torch 2; writes script-eps.pt, script-x0.pt, script-v.pt)
"""

import torch


class Normal(torch.nn.Module):
    def __init__(self, kind: str):
        super().__init__()
        self.kind = kind

    def forward(self, x: torch.Tensor, sigma: torch.Tensor) -> torch.Tensor:
        level = sigma.reshape(-1, 1, 1, 1)
        s = 1 / (1 + level**2).sqrt()
        gamma = level * s
        if self.kind == "eps":
            return gamma * x
        if self.kind == "x0":
            return s * x
        return s * (gamma * x) - gamma * (s * x)


for kind in ["eps", "x0", "v"]:
    torch.jit.save(torch.jit.script(Normal(kind)), f"script-{kind}.pt")
