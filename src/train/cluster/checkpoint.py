"""A converted checkpoint (manifest.json and its weight files) read back into f32.

The arithmetic is that of src/checkpoint/dequantize.ts, bit for bit: what is trained
here is trained against the weights the browser computes with.
"""

import hashlib
import json
from pathlib import Path

import numpy as np

BLOCK = 32


def read_manifest(folder: Path) -> dict:
    manifest = json.loads((folder / "manifest.json").read_text())
    if manifest.get("format") != "pulsemind-checkpoint" or manifest.get("version") != 1:
        raise ValueError(f"{folder}/manifest.json is not one of a converted checkpoint. Convert it first.")
    return manifest


def base_hash(manifest: dict) -> str:
    """What an adapter was trained over: the weight files' names and chunk hashes, in order."""
    digest = hashlib.sha256()
    for group in manifest["groups"]:
        for line in (group["file"], *manifest["files"][group["file"]]["chunks"]):
            digest.update(f"{line}\n".encode())
    return digest.hexdigest()


def read_tensors(folder: Path, manifest: dict) -> dict[str, np.ndarray]:
    """Every tensor as f32, under the names of the manifest (q, k and v are one)."""
    files = {group["file"]: (folder / group["file"]).read_bytes() for group in manifest["groups"]}
    return {name: dequantize(tensor, files[tensor["file"]]) for name, tensor in manifest["tensors"].items()}


def split_queries_keys_values(tensors: dict[str, np.ndarray], manifest: dict) -> dict[str, np.ndarray]:
    """The hub's names: q, k and v apart, and queries without the power of two they are stored with."""
    text = manifest["config"]["text"]
    rows = {"q": text["heads"] * text["headDim"], "k": text["kvHeads"] * text["headDim"], "v": text["kvHeads"] * text["headDim"]}
    out = {}
    for name, values in tensors.items():
        if ".qkv_proj." not in name:
            out[name] = values
            continue
        start = 0
        for letter, count in rows.items():
            factor = np.float32(2.0 ** -manifest["queryScaleLog2"] if letter == "q" else 1)
            out[name.replace("qkv_proj", f"{letter}_proj")] = values[start : start + count] * factor
            start += count
    return out


def dequantize(tensor: dict, file: bytes) -> np.ndarray:
    shape, kind = tensor["shape"], tensor["type"]
    rows, columns = shape[0], int(np.prod(shape[1:], dtype=np.int64))
    blocks = -(-columns // BLOCK)

    def part(which: str, dtype: str) -> np.ndarray:
        span = tensor[which]
        return np.frombuffer(file, dtype, offset=span["offset"], count=span["bytes"] // np.dtype(dtype).itemsize)

    if kind in ("f32", "f16"):
        return part("data", "<f4" if kind == "f32" else "<f2").astype(np.float32).reshape(shape)
    scales = part("scales", "<f2").astype(np.float64).reshape(rows, blocks, 1)
    codes = part("data", "u1").reshape(rows, blocks, -1)
    if kind == "int8":
        values = (codes.astype(np.float64) - 128) * scales
    else:
        codes = np.stack([codes & 15, codes >> 4], -1).reshape(rows, blocks, BLOCK)  # low nibble first
        values = (codes.astype(np.float64) - zero_points(kind, part, rows, blocks)) * scales
    return values.astype(np.float32).reshape(rows, blocks * BLOCK)[:, :columns].reshape(shape)


def zero_points(kind: str, part, rows: int, blocks: int) -> np.ndarray:
    if kind == "int4-affine":
        return part("zeroPoints", "<f2").astype(np.float64).reshape(rows, blocks, 1)
    packed = part("zeroPoints", "u1").reshape(rows, -1)
    return np.stack([packed & 15, packed >> 4], -1).reshape(rows, -1)[:, :blocks, None].astype(np.float64)
