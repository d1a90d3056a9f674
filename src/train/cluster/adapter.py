"""The adapter file: low-rank pairs for the language model, and the vision tower as trained.

  adapter.safetensors   f16: <linear>.lora_A.weight [rank, in], <linear>.lora_B.weight
                        [out, rank] under the hub's names; visual.* whole
  adapter.json          over which weights, rank, alpha, how it was trained, what it is for

Read by src/checkpoint/adapter.ts.
"""

import hashlib
import json
import re
from pathlib import Path

import torch
from peft import LoraConfig, PeftModel, get_peft_model
from safetensors.torch import load_file, save_file

from base import Base, canonical_name

FORMAT, VERSION = "pulsemind-adapter", 1
LINEARS = ("q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj")
TARGETS = r".*language_model\.layers\.\d+\.(self_attn|mlp)\.(" + "|".join(LINEARS) + ")"


def add_adapter(base: Base, *, rank: int, alpha: int, dropout: float = 0.0, trains_tower: bool) -> PeftModel:
    """The base with low-rank pairs on its language linears and, if wanted, a tower that learns."""
    config = LoraConfig(
        r=rank,
        lora_alpha=alpha,
        lora_dropout=dropout,
        target_modules=TARGETS,
        modules_to_save=["visual"] if trains_tower else None,
        task_type="CAUSAL_LM",
    )
    return get_peft_model(base.model, config)


def adapter_tensors(model: PeftModel) -> dict[str, torch.Tensor]:
    """What was trained, as f16 under the file's names."""
    out = {}
    for name, value in model.state_dict().items():
        if ".lora_" not in name and ".modules_to_save." not in name:
            continue
        out[file_name(name)] = value.detach().to(torch.float16).cpu().contiguous().clone()
    return out


def write_adapter(folder: Path, tensors: dict[str, torch.Tensor], *, base: Base, name: str, alpha: int, training: dict, card: dict, most_bytes: int | None = None, most_pixels: int | None = None) -> dict:
    """Writes both files; returns what adapter.json says."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "adapter.safetensors"
    save_file(dict(sorted(tensors.items())), path)
    data = path.read_bytes()
    if most_bytes is not None and len(data) > most_bytes:
        raise ValueError(f"{path} has {len(data)} bytes; {most_bytes} are the most. Lower the rank.")
    ranks = {value.shape[0] for key, value in tensors.items() if ".lora_A." in key}
    described = {
        "format": FORMAT,
        "version": VERSION,
        "name": name,
        "base": {"name": base.name, "sha256": base.sha256},
        "weights": {"file": path.name, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()},
        "rank": ranks.pop() if ranks else 0,
        "alpha": alpha,
        "targets": [it for it in LINEARS if any(f".{it}.lora_A." in key for key in tensors)],
        **({"mostPixels": most_pixels} if most_pixels else {}),
        "training": training,
        "card": card,
    }
    (folder / "adapter.json").write_text(json.dumps(described, indent=1, ensure_ascii=False) + "\n")
    return described


@torch.no_grad()
def read_adapter(folder: Path, model: PeftModel) -> None:
    """Puts a written adapter into a model made by add_adapter; parts of the tower that it lacks stay."""
    tensors = load_file(folder / "adapter.safetensors")
    for name, parameter in model.named_parameters():
        if ".lora_" not in name and ".modules_to_save." not in name:
            continue
        values = tensors.pop(file_name(name), None)
        if values is not None:
            parameter.copy_(values.to(parameter.dtype).reshape(parameter.shape))
        elif ".lora_" in name:
            raise ValueError(f"{folder}/adapter.safetensors lacks {file_name(name)}. Is the rank the same?")
    if tensors:
        raise ValueError(f"The model has no place for {sorted(tensors)[:3]}.")


def file_name(name: str) -> str:
    """A parameter of the peft model as the file calls it."""
    plain = re.sub(r"\.(modules_to_save\.)?default\.", ".", name.replace("base_model.model.", "", 1))
    return canonical_name(plain)
