"""Codes of overcomplete's OMPSAE, float64, on the dictionary and rows of overcomplete_mp.json."""
import json, pathlib, sys, torch
torch.set_default_dtype(torch.float64)
from overcomplete.sae import OMPSAE
here = pathlib.Path(sys.argv[1])
given = json.loads((here / "overcomplete_mp.json").read_text())
d, x = torch.tensor(given["dictionary"]), torch.tensor(given["x"])
sae = OMPSAE(10, nb_concepts=24, k=5)
sae.get_dictionary = lambda: d
residual, codes = sae.encode(x)
print(json.dumps({"k": 5, "codes": [{str(j): v for j, v in enumerate(row) if v} for row in codes.tolist()],
                  "residualNorms": residual.norm(dim=1).tolist()}, indent=None))
