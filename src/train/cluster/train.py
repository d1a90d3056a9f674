"""Supervised training of an adapter on the synthetic clinic; see README.md.

    python src/train/cluster/train.py --settings src/train/cluster/configs/cpu.json \
        --base public/checkpoints/clinic-mini --data TRAIN_FOLDER --held-out VALIDATION_FOLDER \
        --out RUN_FOLDER --minutes 60

Goes on where the last call with the same --out stopped: in the middle of a stage, or at
the next one. Writes RUN_FOLDER/adapter after each session, and RUN_FOLDER/record.json.
"""

import argparse
import contextlib
import dataclasses
import functools
import time
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from transformers import Trainer, TrainerCallback, TrainingArguments, set_seed

import consultations
import tower
from adapter import adapter_tensors, add_adapter, write_adapter
from base import Base, open_base
from checkpoint import base_hash, read_manifest
from evaluate import findings_named, spoken_loss
from record import Record
from settings import Settings, Stage, read_settings

MOST_EVALUATED = {"tower": 222, "chat": 24}


class StopInTime(TrainerCallback):
    """Saves every few minutes, and stops when the session's time is up or its steps are done."""

    def __init__(self, stop_at: float, save_minutes: float, steps: int):
        self.stop_at, self.every, self.left = stop_at, 60 * save_minutes, steps
        self.saved_at = time.monotonic()

    def on_step_end(self, args, state, control, **_):
        now = time.monotonic()
        self.left -= 1
        if now >= self.stop_at or self.left <= 0:
            control.should_training_stop = control.should_save = True
        elif now - self.saved_at > self.every:
            control.should_save = True
        if control.should_save:
            self.saved_at = now


class GroupedTrainer(Trainer):
    """A rate of its own for the tower, which learns from nothing, and for the low-rank pairs."""

    def __init__(self, *, stage: Stage, **kwargs):
        super().__init__(**kwargs)
        self.stage = stage

    def create_optimizer(self, model=None):
        if self.optimizer is None:
            named = [(name, it) for name, it in (model or self.model).named_parameters() if it.requires_grad]
            pairs = [it for name, it in named if ".lora_" in name]
            rest = [it for name, it in named if ".lora_" not in name]
            groups = [(pairs, self.stage.lora_rate, 0.0), (rest, self.stage.tower_rate, 0.05)]
            self.optimizer = torch.optim.AdamW([{"params": it, "lr": rate, "weight_decay": decay} for it, rate, decay in groups if it], betas=(0.9, 0.98))
        return self.optimizer


class Run:
    def __init__(self, options: argparse.Namespace):
        self.options = options
        self.settings: Settings = read_settings(options.settings)
        self.out: Path = options.out
        self.out.mkdir(parents=True, exist_ok=True)
        self.stop_at = time.monotonic() + 60 * options.minutes
        set_seed(self.settings.seed)
        # before the base is opened: under ZeRO-3 its weights are parted while they are read
        self.arguments = {stage.name: self.arguments_of(stage) for stage in self.settings.stages}
        self.base: Base = open_base(options.base, torch.bfloat16 if self.settings.bf16 else torch.float32)
        if options.manifest:
            manifest = read_manifest(options.manifest)
            self.base = dataclasses.replace(self.base, name=manifest["name"], sha256=base_hash(manifest))
        keys = ("rank", "alpha", "dropout", "trains_tower")
        self.model = add_adapter(self.base, **{key: getattr(self.settings, key) for key in keys})
        for name, it in self.model.named_parameters():
            if it.requires_grad:
                it.data = it.data.float()
        data = consultations.data_hash(options.data)
        about = {"base": self.base.sha256, "settings": {**dataclasses.asdict(self.settings), "stages": [it.name for it in self.settings.stages]}}
        self.record = Record(self.out / "record.json", about, data)

    def arguments_of(self, stage: Stage) -> TrainingArguments:
        settings = self.settings
        return TrainingArguments(
            output_dir=str(self.out / stage.name),
            per_device_train_batch_size=stage.batch,
            gradient_accumulation_steps=stage.accumulate,
            max_steps=stage.steps,
            learning_rate=stage.lora_rate or stage.tower_rate,
            lr_scheduler_type="cosine",
            warmup_steps=stage.warmup,
            max_grad_norm=1.0,
            bf16=settings.bf16,
            use_cpu=not torch.cuda.is_available(),
            gradient_checkpointing=settings.gradient_checkpointing and stage.kind == "chat",
            save_strategy="no",
            save_total_limit=1,
            logging_steps=10,
            logging_first_step=True,
            disable_tqdm=True,
            report_to=[],
            seed=settings.seed,
            data_seed=settings.seed,
            remove_unused_columns=False,
            label_names=["labels"],
            dataloader_pin_memory=False,
            dataloader_num_workers=0,
        )

    def go(self) -> None:
        for stage in self.settings.stages:
            if self.options.stage not in (None, stage.name):
                continue
            done = self.out / stage.name / "done.safetensors"
            if done.exists():
                self.restore(load_file(done))
                continue
            if time.monotonic() >= self.stop_at:
                break
            is_whole = self.do(stage)
            self.write(done if is_whole else None)
            if not is_whole or self.is_parted:
                break  # a process has one DeepSpeed engine: the next stage is another launch's

    def do(self, stage: Stage) -> bool:
        """Trains a stage until it is done, or the time is up; tells whether it is done."""
        self.choose_parameters(stage)
        model, dataset, collate = self.chat(stage, self.options.data) if stage.kind == "chat" else self.tower(stage)
        callback = StopInTime(self.stop_at, self.settings.save_minutes, self.options.steps)
        trainer = GroupedTrainer(
            stage=stage, model=model, args=self.arguments[stage.name], train_dataset=dataset, data_collator=collate, callbacks=[callback]
        )
        saved = sorted((self.out / stage.name).glob("checkpoint-*"))
        started = time.monotonic()
        trainer.train(resume_from_checkpoint=bool(saved))
        seconds = time.monotonic() - started
        state = trainer.state
        is_whole = state.global_step >= stage.steps
        self.model.to(self.arguments[stage.name].device)
        if stage.kind == "tower" and self.is_first:
            head = {name: it.contiguous() for name, it in model.state_dict().items() if not name.startswith("tower.")}
            save_file(head, self.out / "probe.safetensors")
        # under ZeRO-3 every process takes part in every product
        evaluation = self.evaluate(stage, model, dataset, collate) if self.is_first or self.is_parted else {}
        losses = [[it["step"], it["loss"]] for it in state.log_history if "loss" in it]
        session = {"stage": stage.name, "steps": state.global_step, "isWhole": is_whole, "seconds": round(seconds, 1)}
        if self.is_first:
            self.record.add({**session, "rates": [stage.tower_rate, stage.lora_rate], "losses": losses, "evaluation": evaluation})
            print({**session, "evaluation": evaluation, "last losses": losses[-3:]}, flush=True)
        return is_whole

    def choose_parameters(self, stage: Stage) -> None:
        for name, it in self.model.named_parameters():
            if ".lora_" in name:
                it.requires_grad = stage.lora_rate > 0
            elif ".modules_to_save." in name:
                it.requires_grad = stage.tower_rate > 0

    def chat(self, stage: Stage, folders: list[Path]):
        base = dataclasses.replace(self.base, preprocessor=self.seeing(stage))
        found = [(what, folder) for folder in folders for what in stage.reads if (folder / f"{what}.jsonl").exists()]
        read = [consultations.READERS[what](folder, self.settings.language) for what, folder in found]
        unique = {it.id: it for part in read for it in part}  # every folder brings the same knowledge
        if not unique:
            raise ValueError(f"No folder of {[str(it) for it in folders]} has {' or '.join(stage.reads)} in {self.settings.language}.")
        dataset = consultations.Conversations(list(unique.values()), base, stage.longest)
        pad = dataset.turn_end
        return self.model, dataset, functools.partial(consultations.collate, pad=pad, image_pad=dataset.image_pad)

    def tower(self, stage: Stage):
        dataset = tower.Findings(self.options.data, self.seeing(stage))
        inner = self.model.base_model.model.model.visual.modules_to_save["default"]
        width = self.base.model.config.text_config.hidden_size
        self.probe = tower.TowerProbe(inner, width, len(dataset.names))
        earlier = self.out / "probe.safetensors"
        if earlier.exists():
            self.probe.load_state_dict(load_file(earlier), strict=False)
        return self.probe, dataset, tower.collate

    def seeing(self, stage: Stage) -> dict:
        most = stage.most_pixels or self.settings.most_pixels or self.base.preprocessor["max_pixels"]
        return {**self.base.preprocessor, "max_pixels": most}

    def evaluate(self, stage: Stage, model, dataset, collate) -> dict:
        folders = self.options.held_out
        if not folders:
            return {}
        most = MOST_EVALUATED[stage.kind]
        autocast = torch.autocast(self.model.device.type, torch.bfloat16) if self.settings.bf16 else contextlib.nullcontext()
        with autocast:
            if stage.kind == "tower":
                return findings_named(model, tower.Findings(folders, self.seeing(stage), dataset.names), most)
            _, held_out, _ = self.chat(stage, folders)
            return spoken_loss(model, held_out, collate, most)

    @property
    def is_parted(self) -> bool:
        """Under DeepSpeed, where no process has whole weights."""
        return next(iter(self.arguments.values())).deepspeed_plugin is not None

    @property
    def is_first(self) -> bool:
        return next(iter(self.arguments.values())).process_index == 0

    def trained(self) -> dict[str, torch.Tensor]:
        """Everything that any stage trains, as f32 under the model's own names."""
        state = self.model.state_dict()
        return {name: it.float().cpu().contiguous().clone() for name, it in state.items() if ".lora_" in name or ".modules_to_save." in name}

    @torch.no_grad()
    def restore(self, tensors: dict[str, torch.Tensor]) -> None:
        state = self.model.state_dict()
        for name, it in tensors.items():
            state[name].copy_(it)

    def write(self, done: Path | None) -> None:
        """The adapter as it is now, and at the end of a stage what the next begins with."""
        with gathered(self.model):
            if not self.is_first:
                return
            if done is not None:
                save_file(self.trained(), done)
            about = (
                "Trained on a synthetic clinic: consultations, questions and images made by code. It knows no real patient, "
                "and only the conditions of that clinic."
            )
            card = {"about": about, "understandsImages": self.settings.trains_tower}
            described = write_adapter(
                self.out / "adapter", adapter_tensors(self.model), base=self.base, name=self.settings.name, alpha=self.settings.alpha,
                training=self.record.summary(), card=card, most_bytes=self.settings.most_bytes, most_pixels=self.settings.most_pixels,
            )  # fmt: skip
            print(f"{self.out}/adapter: {described['weights']['bytes'] / 1e6:.1f} MB", flush=True)


def gathered(model):
    """Under ZeRO-3 each process holds a part of every parameter; here they are whole again."""
    trained = [it for it in model.parameters() if hasattr(it, "ds_id") and it.requires_grad]
    if not trained:
        return contextlib.nullcontext()
    import deepspeed

    return deepspeed.zero.GatheredParameters(trained)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--settings", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--data", type=Path, nargs="+", required=True)
    parser.add_argument("--held-out", type=Path, nargs="*", default=[])
    parser.add_argument("--manifest", type=Path, help="folder of the base as it was converted for the browser, when --base is the hub's")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=1e6)
    parser.add_argument("--steps", type=int, default=10**9, help="most steps of a stage in this session")
    parser.add_argument("--stage", help="this one alone")
    Run(parser.parse_args()).go()


if __name__ == "__main__":
    main()
