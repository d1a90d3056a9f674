"""The clinic's files as token ids with a label where the doctor speaks.

A text between two special tokens is encoded in one piece, as src/model/prompt.ts does,
and images come before the words of their turn, as src/app/chat-messages.ts puts them.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import torch
from torch.utils.data import Dataset

from base import Base
from images import patches_of

IGNORED = -100
ROLES = {"patient": "user", "doctor": "assistant"}

# src/clinic/system-prompt.ts; a test compares
SYSTEM = (
    "You are a clinical assistant. You are consulted about a patient, in words and sometimes with images. "
    "Use medical knowledge carefully: describe what the images show, name the likely causes and the dangerous ones, "
    "ask for what is missing, and say what to do next and when it is urgent. Say so when you are not sure. "
    "Answer in the language of the question."
)


@dataclass(frozen=True)
class Turn:
    role: str
    """user or assistant"""
    text: str
    images: tuple[Path, ...] = ()


@dataclass(frozen=True)
class Conversation:
    id: str
    turns: tuple[Turn, ...]
    system: str = field(default=SYSTEM)


def read_lines(path: Path) -> Iterator[dict]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def read_cases(folder: Path, language: str) -> Iterator[Conversation]:
    """Whole consultations of cases.jsonl."""
    for record in read_lines(folder / "cases.jsonl"):
        if record["language"] != language:
            continue
        if record["version"] != 1:
            raise ValueError(f"{folder}/cases.jsonl has version {record['version']}; we read 1.")
        paths = [folder / image["path"] for image in record["images"]]
        turns = (Turn(ROLES[it["role"]], it["text"], tuple(paths[i] for i in it["images"])) for it in record["turns"])
        yield Conversation(record["id"], tuple(turns))


def read_findings(folder: Path, language: str) -> Iterator[Conversation]:
    """One picture, one question, what it shows."""
    for record in read_lines(folder / "findings.jsonl"):
        asked = record["asked"][language]
        turns = (Turn("user", asked["question"], (folder / record["path"],)), Turn("assistant", sentence(asked["answer"], language)))
        yield Conversation(record["id"], turns)


def read_knowledge(folder: Path, language: str) -> Iterator[Conversation]:
    """Medical text: a question about a condition and its answer."""
    for record in read_lines(folder / "knowledge.jsonl"):
        if record["language"] == language:
            yield Conversation(record["id"], (Turn("user", record["question"]), Turn("assistant", record["answer"])))


READERS = {"cases": read_cases, "findings": read_findings, "knowledge": read_knowledge}


def sentence(text: str, language: str) -> str:
    return text[:1].upper() + text[1:] + ("。" if language == "zh" else ".")


def data_hash(folders: list[Path]) -> str:
    """Of every JSONL read; the images' own hashes are inside them."""
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.glob("*.jsonl")):
            digest.update(f"{path.name}\n".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


class Conversations(Dataset):
    """Conversations encoded when they are asked for; those longer than `longest` tokens are cut behind a doctor's turn."""

    def __init__(self, conversations: list[Conversation], base: Base, longest: int):
        self.conversations = conversations
        self.tokenizer = base.tokenizer
        self.settings = base.preprocessor
        self.longest = longest
        config = base.model.config
        self.image_pad, self.vision_start, self.vision_end = config.image_token_id, config.vision_start_token_id, config.vision_end_token_id
        self.turn_start, self.turn_end = (self.tokenizer.token_to_id(it) for it in ("<|im_start|>", "<|im_end|>"))
        self.lengths: dict[int, int] = {}

    def __len__(self) -> int:
        return len(self.conversations)

    def __getitem__(self, index: int) -> dict:
        conversation = self.conversations[index]
        ids, labels = self.turn("system", [], conversation.system)
        pixels, grids = [], []
        for turn in conversation.turns:
            seen = [patches_of(path, self.settings) for path in turn.images]
            merged = self.settings["merge_size"] ** 2
            more, spoken = self.turn(turn.role, [len(it) // merged for it, _ in seen], turn.text)
            if len(ids) + len(more) > self.longest:
                break
            ids, labels = ids + more, labels + spoken
            pixels += [it for it, _ in seen]
            grids += [grid for _, grid in seen]
        self.lengths[index] = len(ids)
        return {
            "input_ids": torch.tensor(ids),
            "labels": torch.tensor(labels),
            "pixel_values": torch.cat(pixels) if pixels else None,
            "image_grid_thw": torch.tensor(grids) if grids else None,
        }

    def turn(self, role: str, image_tokens: list[int], text: str) -> tuple[list[int], list[int]]:
        """A turn's ids, and labels that are ids where an assistant speaks."""
        ids = [self.turn_start, *self.encode(f"{role}\n")] if image_tokens or role == "assistant" else [self.turn_start]
        for count in image_tokens:
            ids += [self.vision_start, *[self.image_pad] * count, self.vision_end]
        opening = ids if image_tokens or role == "assistant" else None
        said = self.encode(text if opening else f"{role}\n{text}") + [self.turn_end]
        end = self.encode("\n")
        silent = [IGNORED] * len(ids)
        spoken = said if role == "assistant" else [IGNORED] * len(said)
        return ids + said + end, silent + spoken + [IGNORED] * len(end)

    def encode(self, text: str) -> list[int]:
        return self.tokenizer.encode(text, add_special_tokens=False).ids


def collate(items: list[dict], pad: int, image_pad: int) -> dict:
    """One batch, padded on the right."""
    longest = max(len(it["input_ids"]) for it in items)

    def stack(key: str, value: int) -> torch.Tensor:
        return torch.stack([torch.nn.functional.pad(it[key], (0, longest - len(it[key])), value=value) for it in items])

    ids = stack("input_ids", pad)
    lengths = torch.tensor([len(it["input_ids"]) for it in items])
    batch = {
        "input_ids": ids,
        "labels": stack("labels", IGNORED),
        "attention_mask": (torch.arange(longest) < lengths[:, None]).long(),
        "mm_token_type_ids": (ids == image_pad).int(),
    }
    pictured = [it for it in items if it["pixel_values"] is not None]
    if pictured:
        batch["pixel_values"] = torch.cat([it["pixel_values"] for it in pictured])
        batch["image_grid_thw"] = torch.cat([it["image_grid_thw"] for it in pictured])
    return batch
