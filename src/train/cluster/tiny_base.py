"""A Hugging Face folder with a tiny random Qwen2.5-VL and the tokenizer of another checkpoint.

    python src/train/cluster/tiny_base.py public/checkpoints/clinic-mini OUT_FOLDER
"""

import json
import shutil
import sys
from pathlib import Path

import torch
from transformers import Qwen2_5_VLForConditionalGeneration

from base import config_of

SMALL = {"hidden_size": 64, "num_hidden_layers": 2, "num_attention_heads": 2, "num_key_value_heads": 1, "head_dim": 32, "intermediate_size": 128}
SMALL_TOWER = {"depth": 2, "hidden_size": 64, "num_heads": 2, "intermediate_size": 96, "out_hidden_size": 64, "fullatt_block_indexes": [1]}


def write_tiny(checkpoint: Path, out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    flat = json.loads((checkpoint / "config.json").read_text())
    flat |= {**SMALL, "rope_scaling": {"type": "mrope", "mrope_section": [4, 6, 6]}, "bos_token_id": 1, "eos_token_id": 2, "pad_token_id": 2}
    flat["vision_config"] |= SMALL_TOWER
    torch.manual_seed(1)
    Qwen2_5_VLForConditionalGeneration(config_of(flat)).save_pretrained(out)
    for name in ("tokenizer.json", "preprocessor_config.json", "generation_config.json"):
        shutil.copy(checkpoint / name, out / name)


if __name__ == "__main__":
    write_tiny(Path(sys.argv[1]), Path(sys.argv[2]))
