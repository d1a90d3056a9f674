"""Runs of a few steps on a tiny model: they learn, stop, go on, and leave files the browser reads."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file

from adapter import adapter_tensors, add_adapter, read_adapter, write_adapter
from base import open_base
from conftest import ROOT

HERE = Path(__file__).parent
STAGE = {"name": "consultations", "kind": "chat", "reads": ["cases"], "steps": 4, "batch": 1, "tower_rate": 1e-3, "lora_rate": 1e-2, "longest": 512}
SETTINGS = {
    "name": "test", "rank": 4, "alpha": 8, "dropout": 0.0, "trains_tower": True, "bf16": False,
    "gradient_checkpointing": False, "seed": 1, "save_minutes": 10,
}  # fmt: skip


def train(settings: dict, base: Path, clinic: Path, out: Path, *more: str, launch: tuple[str, ...] = (sys.executable,)) -> None:
    out.mkdir(exist_ok=True)
    path = out / "settings.json"
    path.write_text(json.dumps(settings))
    command = [*launch, "src/train/cluster/train.py", "--settings", str(path), "--base", str(base), "--data", str(clinic), "--out", str(out), *more]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]


def test_every_stage_runs_and_the_record_says_so(tiny, clinic, tmp_path):
    tower = {"name": "tower", "kind": "tower", "reads": ["findings"], "steps": 2, "batch": 8, "tower_rate": 1e-3, "most_pixels": 28224}
    text = {"name": "text", "kind": "chat", "reads": ["knowledge"], "steps": 2, "batch": 2, "lora_rate": 1e-2, "longest": 256}
    train({**SETTINGS, "stages": [tower, text, {**STAGE, "steps": 2}]}, tiny, clinic, tmp_path / "run", "--held-out", str(clinic))
    record = json.loads((tmp_path / "run/record.json").read_text())
    assert [(it["stage"], it["steps"], it["isWhole"]) for it in record["sessions"]] == [(name, 2, True) for name in ("tower", "text", "consultations")]
    assert set(record["sessions"][0]["evaluation"]) == {"images", "top1", "top3"}
    assert record["sessions"][2]["evaluation"]["tokens"] > 0
    assert len(record["data"]) == 64 and len(record["sessions"][0]["commit"]) >= 40
    assert {it["data"] for it in record["sessions"]} == {record["data"]}


def test_a_run_that_was_stopped_goes_on_as_if_it_had_not_been(tiny, clinic, tmp_path):
    settings = {**SETTINGS, "stages": [STAGE]}
    train(settings, tiny, clinic, tmp_path / "whole")
    for _ in range(STAGE["steps"]):
        train(settings, tiny, clinic, tmp_path / "pieces", "--steps", "1")
    whole, pieces = (load_file(tmp_path / name / "adapter/adapter.safetensors") for name in ("whole", "pieces"))
    assert len(json.loads((tmp_path / "pieces/record.json").read_text())["sessions"]) == STAGE["steps"]
    assert all(torch.equal(whole[name], pieces[name]) for name in whole)


def test_a_run_with_other_settings_is_refused(tiny, clinic, tmp_path):
    settings = {**SETTINGS, "stages": [{**STAGE, "steps": 1}]}
    train(settings, tiny, clinic, tmp_path / "run")
    with pytest.raises(AssertionError, match="other settings"):
        train({**settings, "rank": 8}, tiny, clinic, tmp_path / "run")


def test_an_adapter_reads_back_as_it_was_written(tiny, tmp_path):
    def model():
        base = open_base(tiny)
        return base, add_adapter(base, rank=4, alpha=8, trains_tower=True)

    base, first = model()
    for name, it in first.named_parameters():
        if ".lora_B." in name:
            torch.nn.init.normal_(it, std=0.1)
    tensors = adapter_tensors(first)
    card = write_adapter(tmp_path, tensors, base=base, name="test", alpha=8, training={}, card={"about": "A test.", "understandsImages": True})
    _, second = model()
    read_adapter(tmp_path, second)
    again = adapter_tensors(second)
    assert tensors.keys() == again.keys() and all(torch.equal(tensors[name], again[name]) for name in tensors)
    assert (card["rank"], len(card["targets"])) == (4, 7)


def test_two_processes_step_under_zero_3(tiny, clinic, tmp_path):
    pytest.importorskip("deepspeed")
    launch = (sys.executable, "-m", "accelerate.commands.launch", "--config_file", str(HERE / "configs/zero3-tiny.yaml"))
    settings = json.loads((HERE / "configs/zero3-tiny.json").read_text())
    for _ in settings["stages"]:
        train(settings, tiny, clinic, tmp_path / "run", "--held-out", str(clinic), launch=launch)
    sessions = json.loads((tmp_path / "run/record.json").read_text())["sessions"]
    assert [it["isWhole"] for it in sessions] == [True, True]
    tensors = load_file(tmp_path / "run/adapter/adapter.safetensors")
    assert max(float(it.abs().max()) for name, it in tensors.items() if ".lora_B." in name) > 0
