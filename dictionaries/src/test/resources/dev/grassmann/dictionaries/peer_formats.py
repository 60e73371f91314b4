"""Autoencoders saved by SAELens 6.18 and sparsify, with their codes and reconstructions of the same rows.

TransformerLens and transformers, which SAELens needs here for nothing, are replaced by empty classes. argv: SAELens' and sparsify's
folders' parent, and where to write.
"""
import json, sys, types, logging, importlib.machinery
import torch
sys.path.insert(0, sys.argv[1])
class HookPoint(torch.nn.Module):
    def forward(self, x): return x
    def __init__(self): super().__init__(); self._forward_hooks_=None
class HookedRootModule(torch.nn.Module):
    def setup(self): pass
points = types.ModuleType("transformer_lens.hook_points"); points.HookPoint = HookPoint; points.HookedRootModule = HookedRootModule
tokens = types.ModuleType("transformers"); tokens.PreTrainedTokenizerBase = tokens.PreTrainedModel = object; sys.modules["transformers"] = tokens
for name, module in (("transformer_lens", types.ModuleType("transformer_lens")), ("transformer_lens.hook_points", points)):
    sys.modules[name] = module
lens = types.ModuleType("sae_lens"); lens.__path__ = [sys.argv[1] + "/sae_lens"]; lens.__version__ = "6.18.0"; lens.logger = logging.getLogger()
lens.__spec__ = importlib.machinery.ModuleSpec("sae_lens", None, is_package=True)
sys.modules["sae_lens"] = lens
accelerate = types.ModuleType("accelerate.utils"); accelerate.send_to_device = None; sys.modules["accelerate"] = types.ModuleType("accelerate"); sys.modules["accelerate.utils"] = accelerate
sparsify = types.ModuleType("sparsify"); sparsify.__path__ = [sys.argv[1] + "/sparsify"]; sys.modules["sparsify"] = sparsify
from sae_lens.saes.standard_sae import StandardSAE, StandardSAEConfig
from sae_lens.saes.gated_sae import GatedSAE, GatedSAEConfig
from sae_lens.saes.topk_sae import TopKSAE, TopKSAEConfig
from sae_lens.saes.jumprelu_sae import JumpReLUSAE, JumpReLUSAEConfig

def wave(rows, columns, shift):
    i, j = torch.arange(rows)[:, None], torch.arange(columns)[None, :]
    return torch.sin(0.7 * i + 1.3 * j * (1 + 0.11 * i) + shift)
X = wave(3, 4, 2.0)
out = {}
def saelens(name, sae):
    with torch.no_grad():
        sae.W_enc.copy_(wave(4, 6, -0.4)); sae.W_dec.copy_(wave(6, 4, 0.5)); sae.b_dec.copy_(torch.tensor([0.1, -0.2, 0.05, 0]))
        if name.startswith("gated"):
            sae.b_gate.copy_(0.05 * torch.arange(6)); sae.b_mag.fill_(0.1); sae.r_mag.copy_(0.1 * torch.arange(6) - 0.2)
        else: sae.b_enc.copy_(0.05 * torch.arange(6))
        if name.startswith("jumprelu"): sae.threshold.copy_(0.1 + 0.1 * torch.arange(6))
        codes = sae.encode(X)
        out[name] = {"codes": codes.tolist(), "reconstruction": sae.decode(codes).tolist()}
        if "rescaled" in name: out[name]["codes"] = (codes / sae.W_dec.norm(dim=-1)).tolist()
    sae.save_model(sys.argv[2] + "/" + name)
saelens("standard", StandardSAE(StandardSAEConfig(d_in=4, d_sae=6)))
saelens("standard-uncentred", StandardSAE(StandardSAEConfig(d_in=4, d_sae=6, apply_b_dec_to_input=False)))
saelens("gated", GatedSAE(GatedSAEConfig(d_in=4, d_sae=6)))
saelens("topk", TopKSAE(TopKSAEConfig(d_in=4, d_sae=6, k=2)))
saelens("topk-rescaled", TopKSAE(TopKSAEConfig(d_in=4, d_sae=6, k=2, rescale_acts_by_decoder_norm=True)))
saelens("jumprelu", JumpReLUSAE(JumpReLUSAEConfig(d_in=4, d_sae=6)))
saelens("jumprelu-rows", JumpReLUSAE(JumpReLUSAEConfig(d_in=4, d_sae=6, normalize_activations="constant_norm_rescale")))
from sparsify.sparse_coder import SparseCoder
from sparsify.config import SparseCoderConfig
for activation in ("topk", "groupmax"):
    sae = SparseCoder(4, SparseCoderConfig(num_latents=6, k=2, activation=activation))
    with torch.no_grad():
        sae.encoder.weight.copy_(wave(4, 6, -0.4).T); sae.encoder.bias.copy_(0.05 * torch.arange(6))
        sae.W_dec.copy_(wave(6, 4, 0.5)); sae.b_dec.copy_(torch.tensor([0.1, -0.2, 0.05, 0]))
        values, indices, _ = sae.encode(X)
        out["sparsify-" + activation] = {"codes": torch.zeros(3, 6).scatter(1, indices, values).tolist(), "reconstruction": sae(X).sae_out.tolist()}
    sae.save_to_disk(sys.argv[2] + "/sparsify-" + activation)
json.dump(out, open(sys.argv[2] + "/expected.json", "w"), indent=1)
