"""Training steps of a TopK sparse autoencoder by a trainer that others use. Usage: sae_train.py FOLDER KIND STEPS K RATE

KIND is dictionary_learning, sparsify, sae_lens or sae_lens_sparse (its COO codes). All start from encoder.npy, decoder.npy (features x
dimension) and bias.npy and see x.npy, of which order.npy names the rows of each step; each request starts over. The answer is the loss of the
last step, before its update: the mean over rows of the squared error summed over dimensions.
"""

import importlib.metadata
import os
import pathlib
import sys

os.environ["SPARSIFY_DISABLE_TRITON"] = "1"  # its fast decoder is for GPUs; this is the one it has for processors

import numpy as np
import torch
import worker


def load(folder, name):
    return torch.from_numpy(np.load(folder / f"{name}.npy"))


def dictionary_learning(start, steps, k, rate):
    from dictionary_learning.trainers.top_k import TopKTrainer

    features, d = start["encoder"].shape
    trainer = TopKTrainer(steps=steps + 1, activation_dim=d, dict_size=features, k=k, layer=0, lm_name="", lr=rate, warmup_steps=0, device="cpu")
    trainer.ae.encoder.weight.data = start["encoder"].clone()
    trainer.ae.decoder.weight.data = start["decoder"].T.contiguous()
    trainer.ae.b_dec.data = start["bias"].clone()
    # step 0 would set the bias to the geometric median, which start["bias"] already is
    return lambda step, x: trainer.update(step + 1, x)


def sparsify(start, steps, k, rate):
    from sparsify.config import SparseCoderConfig
    from sparsify.sparse_coder import SparseCoder

    features, d = start["encoder"].shape
    coder = SparseCoder(d, SparseCoderConfig(num_latents=features, k=k))
    coder.encoder.weight.data = start["encoder"].clone()
    coder.W_dec.data = start["decoder"].clone()
    coder.b_dec.data = start["bias"].clone()
    adam = torch.optim.Adam(coder.parameters(), lr=rate)
    fired = torch.zeros(features, dtype=torch.bool)

    def step(number, x):  # what its trainer does around a model's forward pass
        coder.set_decoder_norm_to_unit_norm()
        out = coder(x=x, y=x, dead_mask=None)
        fired[out.latent_indices.flatten()] = True
        out.fvu.backward()
        coder.remove_gradient_parallel_to_decoder_directions()
        adam.step()
        adam.zero_grad()
        return float(out.fvu.detach())

    return step


def sae_lens(start, steps, k, rate, sparse=False):
    from sae_lens.config import SAETrainerConfig
    from sae_lens.saes.topk_sae import TopKTrainingSAE, TopKTrainingSAEConfig
    from sae_lens.training.sae_trainer import SAETrainer

    features, d = start["encoder"].shape
    sae = TopKTrainingSAE(
        TopKTrainingSAEConfig(d_in=d, d_sae=features, k=k, rescale_acts_by_decoder_norm=False, use_sparse_activations=sparse)
    )
    sae.W_enc.data = start["encoder"].T.contiguous()
    sae.W_dec.data = start["decoder"].clone()
    sae.b_dec.data = start["bias"].clone()
    rows = start["order"].shape[1]
    trainer = SAETrainer(SAETrainerConfig(total_training_samples=(steps + 1) * rows, train_batch_size_samples=rows, lr=rate, lr_end=rate), sae, iter(()))

    def step(number, x):
        output = trainer.step(x)
        trainer.n_training_steps += 1
        return output.loss.item()

    return step


KINDS = {
    "dictionary_learning": ("dictionary-learning", dictionary_learning),
    "sparsify": ("eai-sparsify", sparsify),
    "sae_lens": ("sae-lens", sae_lens),
    "sae_lens_sparse": ("sae-lens", lambda *arguments: sae_lens(*arguments, sparse=True)),
}


def main(folder, kind, steps, k, rate):
    folder, steps = pathlib.Path(folder), int(steps)
    package, make = KINDS[kind]
    start = {name: load(folder, name) for name in ("encoder", "decoder", "bias", "order")}
    data, order = load(folder, "x"), start["order"].long()
    state = {}

    def work():
        for number in range(steps):
            state["loss"] = state["step"](number, data[order[number]])
        return state["loss"]

    def fresh():
        state["step"] = make(start, steps, int(k), float(rate))

    def answer(loss):
        fresh()
        if kind != "sparsify":
            return loss
        last = data[order[steps - 1]]  # its loss is the share of the variance that is left
        return loss * float((last - last.mean(0)).pow(2).sum()) / len(last)

    fresh()
    worker.serve(f"{package} {importlib.metadata.version(package)}, torch {torch.__version__}", work, answer)


if __name__ == "__main__":
    main(*sys.argv[1:])
