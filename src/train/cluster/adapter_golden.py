"""Golden values for adapters: transformers and peft on the bundled base, f32.

    python src/train/cluster/adapter_golden.py public/checkpoints/clinic-mini src/testing/golden/adapter

Writes a random adapter (rank 2 on every language linear, some of the tower), an image, and
what peft's model computes of a prompt with it: embeddings, three layers, norm and logits.
"""

import json
import math
import sys
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from safetensors.torch import save_file

from adapter import adapter_tensors, add_adapter, read_adapter, write_adapter
from base import open_base
from consultations import Conversation, Conversations, Turn, collate

SEED, RANK, ALPHA = 20261122, 2, 4
TOWER = ("visual.blocks.3.attn.proj.", "visual.blocks.7.norm2.", "visual.merger.mlp.2.")
LAYERS = (0, 14, 29)
LAST = 2
"""Positions at the end whose logits are kept."""


def draw_image(path: Path) -> None:
    y, x = np.mgrid[0:84, 0:140]
    values = np.stack([np.sin(x / 9) * 80 + 120, np.cos(y / 7) * 80 + 120, (x * 3 + y * 5) % 256], -1)
    Image.fromarray(values.clip(0, 255).astype(np.uint8)).save(path)


@torch.no_grad()
def randomize(model) -> None:
    generator = torch.Generator().manual_seed(SEED)
    for name, parameter in model.named_parameters():
        noise = torch.randn(parameter.shape, generator=generator)
        if ".lora_A." in name:
            parameter.copy_(noise / math.sqrt(parameter.shape[1]))
        elif ".lora_B." in name:
            parameter.copy_(noise * 0.05)
        elif ".modules_to_save." in name:
            parameter.add_(noise * 0.05 * parameter.std() if parameter.ndim > 1 else noise * 0.05)


def main(checkpoint: Path, out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    base = open_base(checkpoint, attention="eager")
    draw_image(out / "image-0.png")
    turns = (
        Turn("user", "I have had pain in the chest since this morning.", (out / "image-0.png",)),
        Turn("assistant", "Does the pain go into the arm?"),
        Turn("user", "No, it does not."),
    )
    dataset = Conversations([Conversation("golden", turns, "You are a doctor.")], base, 1024)
    batch = collate([dataset[0]], pad=0, image_pad=dataset.image_pad)
    labels = batch.pop("labels")
    with torch.no_grad():
        without = base.model.eval()(**batch).logits[0, -LAST:]
    model = add_adapter(base, rank=RANK, alpha=ALPHA, trains_tower=True).eval()
    kept = {name: value.clone() for name, value in model.state_dict().items() if ".modules_to_save." in name}
    randomize(model)
    tensors = {name: it for name, it in adapter_tensors(model).items() if ".lora_" in name or name.startswith(TOWER)}
    about = "Random numbers that golden values were computed with."
    write_adapter(out, tensors, base=base, name="golden", alpha=ALPHA, training={"seed": SEED}, card={"about": about, "understandsImages": False})
    model.load_state_dict(kept, strict=False)
    read_adapter(out, model)  # what f16 holds, no more

    taps: dict[str, torch.Tensor] = {}

    def tap(key: str):
        return lambda _, __, output: taps.update({key: (output[0] if isinstance(output, tuple) else output).detach().clone()})

    inner = model.base_model.model.model
    language = inner.language_model
    for layer in LAYERS:
        language.layers[layer].register_forward_hook(tap(f"text.layer.{layer}"))
    language.norm.register_forward_hook(tap("text.norm"))
    language.layers[0].register_forward_pre_hook(
        lambda _, args, kwargs: taps.update({"text.embeds": (args[0] if args else kwargs["hidden_states"]).clone()}), with_kwargs=True
    )
    with torch.no_grad():
        logits = model(**batch).logits[0]
    positions, _ = inner.get_rope_index(
        batch["input_ids"], image_grid_thw=batch["image_grid_thw"], mm_token_type_ids=batch["mm_token_type_ids"], attention_mask=batch["attention_mask"]
    )
    gold = {name: value.reshape(-1, value.shape[-1]) for name, value in taps.items()}
    gold |= {
        "text.ids": batch["input_ids"][0],
        "text.spoken": (labels[0] >= 0).long(),
        "text.position_ids": positions[:, 0],
        "image.grid_thw": batch["image_grid_thw"],
        "text.logits": logits[-LAST:],
    }
    gold["vision.features"] = gold["text.embeds"][batch["input_ids"][0] == dataset.image_pad]
    save_file({name: value.contiguous().clone() for name, value in gold.items()}, out / "golden.safetensors")
    import peft, transformers

    versions = f"transformers {transformers.__version__}, peft {peft.__version__}, torch {torch.__version__}, f32, eager attention"
    moved = float((logits[-LAST:] - without).abs().max())
    said = [{"role": turn.role, "text": turn.text, "images": [path.name for path in turn.images]} for turn in turns]
    meta = {"reference": versions, "seed": SEED, "layers": LAYERS, "lastLogits": LAST, "largestChange": moved, "system": "You are a doctor.", "turns": said}
    (out / "golden.json").write_text(json.dumps(meta, indent=1) + "\n")
    print({name: tuple(value.shape) for name, value in gold.items()}, f"\nthe adapter moves logits by up to {moved:.2f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
