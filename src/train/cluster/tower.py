"""The vision tower by itself: which finding does a picture show?

A linear probe reads the mean of the tokens that the merger gives the language model,
so that tower and merger learn to see before any word is spoken; a step costs a
fraction of one through the language model.
"""

from pathlib import Path

import torch
from torch import nn
from torch.utils.data import Dataset

from consultations import read_lines
from images import patches_of


class Findings(Dataset):
    """The pictures of findings.jsonl with the number of their finding."""

    def __init__(self, folders: list[Path], settings: dict, names: list[str] | None = None):
        paths = [folder / "findings.jsonl" for folder in folders]
        lines = [(path.parent, it) for path in paths if path.exists() for it in read_lines(path)]
        found = [(folder / it["path"], f"{it['kind']}/{it['finding']}") for folder, it in lines]
        self.names = names or sorted({name for _, name in found})
        self.items = [(path, self.names.index(name)) for path, name in found]
        self.settings = settings

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, index: int) -> dict:
        path, label = self.items[index]
        pixels, grid = patches_of(path, self.settings)
        return {"pixel_values": pixels, "image_grid_thw": torch.tensor([grid]), "labels": torch.tensor(label)}


def collate(items: list[dict]) -> dict:
    joined = {key: torch.cat([it[key] for it in items]) for key in ("pixel_values", "image_grid_thw")}
    return {**joined, "labels": torch.stack([it["labels"] for it in items])}


class TowerProbe(nn.Module):
    """A tower, its merger, and a linear layer over the mean of an image's tokens."""

    def __init__(self, tower: nn.Module, width: int, findings: int):
        super().__init__()
        self.tower = tower
        self.norm = nn.LayerNorm(width)
        self.probe = nn.Linear(width, findings)

    def forward(self, pixel_values: torch.Tensor, image_grid_thw: torch.Tensor, labels: torch.Tensor | None = None) -> dict:
        seen = self.tower(pixel_values, grid_thw=image_grid_thw)
        tokens = getattr(seen, "pooler_output", seen)
        if not torch.is_tensor(tokens):
            tokens = torch.cat(list(tokens))
        counts = (image_grid_thw.prod(-1) // 4).tolist()
        means = torch.stack([part.mean(0) for part in tokens.split(counts)])
        logits = self.probe(self.norm(means.float()))
        if labels is None:
            return {"logits": logits}
        return {"loss": nn.functional.cross_entropy(logits, labels), "logits": logits}
