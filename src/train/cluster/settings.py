"""What a run does: its stages, in order, and how each learns. Read from configs/*.json."""

import json
from dataclasses import dataclass, fields
from pathlib import Path


@dataclass(frozen=True)
class Stage:
    name: str
    kind: str
    """`tower`: the vision tower alone names findings; `chat`: the language model speaks."""
    reads: tuple[str, ...]
    """Of the clinic's folder: findings, knowledge, cases."""
    steps: int
    batch: int
    accumulate: int = 1
    tower_rate: float = 0.0
    """Learning rate of tower and merger; 0 leaves them."""
    lora_rate: float = 0.0
    """Learning rate of the low-rank pairs; 0 leaves them."""
    warmup: float = 0.03
    """Share of the steps."""
    longest: int = 1536
    """Most tokens of a conversation."""
    most_pixels: int | None = None
    """Smaller pictures than the run takes, for a quick beginning."""


@dataclass(frozen=True)
class Settings:
    name: str
    rank: int
    alpha: int
    dropout: float
    trains_tower: bool
    bf16: bool
    """Activations in bfloat16; what is trained stays f32."""
    gradient_checkpointing: bool
    seed: int
    save_minutes: float
    stages: tuple[Stage, ...]
    language: str = "en"
    most_pixels: int | None = None
    """Of a picture, for all stages and for whoever uses the adapter; None takes the checkpoint's."""
    most_bytes: int | None = None
    """Of the adapter's weights."""


def read_settings(path: Path) -> Settings:
    values = json.loads(path.read_text())
    unknown = set(values) - {field.name for field in fields(Settings)}
    if unknown:
        raise ValueError(f"{path}: nothing is called {sorted(unknown)}.")
    stages = tuple(Stage(**{**stage, "reads": tuple(stage["reads"])}) for stage in values.pop("stages"))
    if len({stage.name for stage in stages}) < len(stages):
        raise ValueError(f"{path}: two stages have one name.")
    if any(stage.kind not in ("tower", "chat") for stage in stages):
        raise ValueError(f"{path}: a stage is of kind tower or chat.")
    return Settings(**values, stages=stages)
