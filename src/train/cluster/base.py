"""The frozen model that an adapter is trained over, and its tokenizer.

A folder with a manifest.json is a converted checkpoint, dequantized; any other folder
is a Hugging Face checkpoint (the 7B and the 72B on a cluster).
"""

import json
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer
from transformers import Qwen2_5_VLConfig, Qwen2_5_VLForConditionalGeneration

from checkpoint import base_hash, read_manifest, read_tensors, split_queries_keys_values


@dataclass(frozen=True)
class Base:
    model: Qwen2_5_VLForConditionalGeneration
    tokenizer: Tokenizer
    preprocessor: dict
    name: str
    sha256: str | None
    """Of the converted weights; None for a folder of the hub."""


def open_base(folder: Path, dtype: torch.dtype = torch.float32, attention: str = "sdpa") -> Base:
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    preprocessor = json.loads((folder / "preprocessor_config.json").read_text())
    if not (folder / "manifest.json").exists():
        model = Qwen2_5_VLForConditionalGeneration.from_pretrained(folder, dtype=dtype, attn_implementation=attention)
        return Base(model, tokenizer, preprocessor, folder.name, None)
    manifest = read_manifest(folder)
    named = json.loads((folder / "generation_config.json").read_text())
    ends = {key: named.get(key) for key in ("bos_token_id", "eos_token_id", "pad_token_id")}
    config = config_of(json.loads((folder / "config.json").read_text()) | ends)
    config._attn_implementation = attention
    model = Qwen2_5_VLForConditionalGeneration(config)
    load_converted(model, folder, manifest)
    return Base(model.to(dtype), tokenizer, preprocessor, manifest["name"], base_hash(manifest))


def config_of(flat: dict) -> Qwen2_5_VLConfig:
    """The flat config.json of the hub's older checkpoints."""
    own = {"vision_config", "image_token_id", "video_token_id", "vision_start_token_id", "vision_end_token_id", "architectures", "model_type"}
    text = {key: value for key, value in flat.items() if key not in own}
    vision = {key: value for key, value in flat["vision_config"].items() if key != "model_type"}
    ids = {key: flat[key] for key in own if key.endswith("token_id")}
    return Qwen2_5_VLConfig(text_config=text, vision_config=vision, tie_word_embeddings=flat["tie_word_embeddings"], **ids)


@torch.no_grad()
def load_converted(model: Qwen2_5_VLForConditionalGeneration, folder: Path, manifest: dict) -> None:
    tensors = split_queries_keys_values(read_tensors(folder, manifest), manifest)
    for name, parameter in model.named_parameters():
        values = tensors.pop(canonical_name(name))
        parameter.copy_(torch.from_numpy(values.copy()).reshape(parameter.shape))
    model.tie_weights()
    if tensors:
        raise ValueError(f"The model has no place for {sorted(tensors)[:3]}. Is config.json that of the weights?")


def canonical_name(name: str) -> str:
    """The hub's older names, in which the manifest and the adapter file speak."""
    return name.replace("model.visual.", "visual.").replace("model.language_model.", "model.")
