"""What training reads is what the browser reads."""

import json
import re

import numpy as np
import torch
from safetensors.torch import load_file

import consultations
from base import config_of
from checkpoint import dequantize
from conftest import BUNDLED, ROOT
from consultations import Conversation, Conversations, Turn, collate, read_cases
from images import patches_of, smart_resize

GOLDEN = ROOT / "src/testing/golden"


def test_four_bit_blocks_are_low_nibble_first_around_their_zero_point():
    codes = np.arange(16, dtype=np.uint8)  # column 0 is 0, column 1 is 0, column 2 is 1, …
    zero, scale = np.array([1.5], "<f2"), np.array([0.5], "<f2")
    file = codes.tobytes() + scale.tobytes() + zero.tobytes()
    spans = {"data": {"offset": 0, "bytes": 16}, "scales": {"offset": 16, "bytes": 2}, "zeroPoints": {"offset": 18, "bytes": 2}}
    values = dequantize({"type": "int4-affine", "shape": [1, 32], **spans}, file)
    assert values[0, :6].tolist() == [-0.75, -0.75, -0.25, -0.75, 0.25, -0.75]


def test_the_bundled_checkpoint_speaks(bundled):
    tokenizer = bundled.tokenizer
    ids = tokenizer.encode("<|im_start|>user\nWhat is the capital of France?<|im_end|>\n<|im_start|>assistant\n").ids
    with torch.no_grad():
        for _ in range(7):
            ids.append(int(bundled.model(input_ids=torch.tensor([ids])).logits[0, -1].argmax()))
    assert "Paris" in tokenizer.decode(ids)


def test_the_config_is_the_checkpoints_own(bundled):
    text = bundled.model.config.text_config
    assert (text.rope_parameters["rope_theta"], text.rms_norm_eps, text.num_key_value_heads) == (100000, 1e-5, 3)
    assert config_of(json.loads((BUNDLED / "config.json").read_text())).vision_config.fullatt_block_indexes == [3, 7]


def test_patches_equal_the_references():
    folder = GOLDEN / "plain"
    settings = json.loads((folder / "preprocessor_config.json").read_text()) | {"merge_size": 2}
    cut = [patches_of(folder / f"image-{i}.png", settings) for i in range(2)]
    gold = load_file(folder / "golden.safetensors")
    assert [list(grid) for _, grid in cut] == gold["image.grid_thw"].tolist()
    assert (torch.cat([it for it, _ in cut]) - gold["image.pixel_values"]).abs().max() < 1e-6


def test_sizes_equal_the_references():
    rows = json.loads((GOLDEN / "smart_resize.json").read_text())["rows"]
    for height, width, *wanted in rows:
        found = [smart_resize(height, width, 28, 3136, most) for most in (12845056, 4816896)]
        assert [edge for size in found for edge in size] == wanted


def test_the_system_prompt_is_the_apps():
    source = (ROOT / "src/clinic/system-prompt.ts").read_text()
    english = source[source.index("en: [") : source.index("].join(' ')")]
    assert " ".join(re.findall(r"'([^']+)'", english)) == consultations.SYSTEM


def test_only_the_doctor_is_learned_from(bundled, clinic):
    conversation = next(read_cases(clinic, "en"))
    item = Conversations([conversation], bundled, 4096)[0]
    spoken = bundled.tokenizer.decode(item["labels"][item["labels"] >= 0].tolist(), skip_special_tokens=False)
    doctor = [turn.text for turn in conversation.turns if turn.role == "assistant"]
    assert spoken == "".join(f"{text}<|im_end|>" for text in doctor)


def test_a_conversation_is_encoded_as_its_whole_text(bundled):
    turns = (Turn("user", "It hurts."), Turn("assistant", "Where?"), Turn("user", " Here\n"))
    item = Conversations([Conversation("x", turns, "Be kind.")], bundled, 4096)[0]
    whole = "<|im_start|>system\nBe kind.<|im_end|>\n<|im_start|>user\nIt hurts.<|im_end|>\n<|im_start|>assistant\nWhere?<|im_end|>\n<|im_start|>user\n Here\n<|im_end|>\n"
    assert item["input_ids"].tolist() == bundled.tokenizer.encode(whole).ids


def test_long_conversations_end_behind_a_turn(bundled, clinic):
    conversation = next(read_cases(clinic, "en"))
    item = Conversations([conversation], bundled, 300)[0]
    assert len(item["input_ids"]) <= 300
    assert bundled.tokenizer.decode(item["input_ids"].tolist(), skip_special_tokens=False).endswith("<|im_end|>\n")


def test_padding_is_neither_seen_nor_learned_from(bundled):
    turns = (Turn("user", "Hello."), Turn("assistant", "Hello, what brings you here today?"))
    short, long = (Conversation(str(n), turns[:n]) for n in (1, 2))
    dataset = Conversations([short, long], bundled, 512)
    batch = collate([dataset[0], dataset[1]], pad=2, image_pad=7)
    padded = batch["attention_mask"][0] == 0
    assert padded.any() and (batch["labels"][0][padded] == -100).all()
