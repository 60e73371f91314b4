"""Writes transforms.json: numbers of the verbose and extended_rounded transforms of outrank 0.97.6, whose
file default_transformers.py is the argument; in each set those that give one number for the column are left out."""
import importlib.util, json, sys, numpy as np, warnings
warnings.simplefilter('ignore'); np.seterr(all='ignore')
spec = importlib.util.spec_from_file_location('d', sys.argv[1]); d = importlib.util.module_from_spec(spec); spec.loader.exec_module(d)
X = np.array([-12.5, -3, -1, -0.4, 0, 0.2, 0.5, 1, 2, 3.7, 11, 14])
def say(v): return None if np.isnan(v) else ('inf' if v == np.inf else '-inf' if v == -np.inf else float(v))
out = {'numbers': X.tolist()}
for name, set_ in (('verbose', d.VERBOSE_TRANSFORMERS), ('extended_rounded', d.EXTENDED_ROUNDED_TRANSFORMERS)):
    got = out[name] = {}
    for k, v in set_.items():
        try: r = np.asarray(eval(v), dtype=float)
        except Exception as e: print(k, e, file=sys.stderr); continue
        if r.shape != X.shape: print('one number:', k, file=sys.stderr); continue
        got[k[4:]] = [say(x) for x in r]
print(json.dumps(out, separators=(',', ':')))
