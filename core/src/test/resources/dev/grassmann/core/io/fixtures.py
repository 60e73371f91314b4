"""Writes the files in this folder with NumPy, SciPy and safetensors; run it in this folder.

Made with NumPy 2.4.6, safetensors 0.8.0.
"""

import gzip

import numpy as np
from safetensors import TensorSpec, serialize_file
from safetensors.numpy import save_file

# 3 x 2: negative, fractional and large numbers that every floating type below holds exactly
numbers = np.array([[0.0, -1.5], [2.25, 1024.0], [-0.125, 60000.0]])
whole = np.array([[0, 1], [2, 100], [5, 127]])

for word in ["<f2", "<f4", "<f8", ">f2", ">f4", ">f8"]:
    np.save("numbers_" + word.replace("<", "little_").replace(">", "big_"), numbers.astype(word))
for word in ["|i1", "<i2", "<i4", "<i8", "|u1", "<u2", "<u4", "<u8", ">i2", ">u4", ">i8"]:
    name = word.replace("<", "little_").replace(">", "big_").replace("|", "")
    np.save("whole_" + name, whole.astype(word))
np.save("negative_i1", -whole.astype("i1"))
np.save("large_u8", np.array([[2**63 + 2**40, 2**64 - 1]], "u8"))
np.save("truth", whole > 1)
np.save("fortran", np.asfortranarray(numbers.astype("f4")))
np.save("cube", np.arange(24, dtype="f4").reshape(4, 3, 2))
np.save("line", np.arange(5, dtype="i8"))
np.save("words", np.array([["a", "b"]]))
with open("version2.npy", "wb") as file:
    np.lib.format.write_array(file, numbers.astype("f4"), version=(2, 0))
with gzip.GzipFile("numbers.npy.gz", "wb", mtime=0) as file:
    np.save(file, numbers.astype("f4"))
np.savez("two.npz", numbers=numbers.astype("f4"), whole=whole)
np.savez_compressed("one.npz", whole=whole)

save_file(
    {
        "numbers": numbers.astype("f4"),
        "half": numbers.astype("f2"),
        "double": numbers,
        "whole": whole.astype("i8"),
        "small": whole.astype("i4"),
        "bytes": whole.astype("u1"),
        "truth": whole > 1,
        "scalar": np.array(7.5, "f4"),
        "nothing": np.zeros((0, 4), "f4"),
    },
    "numbers.safetensors",
    metadata={"made by": "NumPy"},
)


def spec(dtype, shape, data):
    return TensorSpec(dtype=dtype, shape=shape, data_ptr=data.ctypes.data, data_len=data.nbytes)


# bfloat16 cuts 60000 to 59904; the second type is one that we do not read
bits = (numbers.astype("<f4").view("<u4") >> 16).astype("<u2")
eighths = np.array([0x38, 0x40], "u1")
serialize_file(
    {
        "brain": spec("bfloat16", [3, 2], bits),
        "tiny": spec("float8_e4m3fn", [2], eighths),
    },
    "brain.safetensors",
)
