"""What a run measures on held-out data: quick numbers for its record.

How well the checkpoint consults is measured where people use it, in the browser:
`npm run bench:clinic`.
"""

import math

import torch
from torch.utils.data import Dataset

import tower


@torch.no_grad()
def spoken_loss(model, dataset: Dataset, collate, most: int) -> dict:
    """Mean loss in nats over the doctor's tokens of the first `most` conversations, and perplexity."""
    was_training = model.training
    model.eval()
    total, tokens = 0.0, 0
    for index in range(min(most, len(dataset))):
        batch = collate([dataset[index]])
        count = int((batch["labels"][:, 1:] >= 0).sum())
        batch = {name: value.to(model.device) for name, value in batch.items()}
        total += float(model(**batch).loss) * count
        tokens += count
    model.train(was_training)
    loss = total / max(1, tokens)
    return {"conversations": min(most, len(dataset)), "tokens": tokens, "loss": loss, "perplexity": math.exp(min(50, loss))}


@torch.no_grad()
def findings_named(probe: tower.TowerProbe, dataset: tower.Findings, most: int) -> dict:
    """Share of pictures whose finding the probe names first, and among its first three."""
    was_training = probe.training
    probe.eval()
    stride = max(1, len(dataset) // most)
    chosen = list(range(0, len(dataset), stride))[:most]
    first = third = 0
    device = next(probe.parameters()).device
    for index in chosen:
        batch = {name: value.to(device) for name, value in tower.collate([dataset[index]]).items()}
        label = int(batch.pop("labels")[0])
        best = probe(**batch)["logits"][0].topk(3).indices.tolist()
        first += best[0] == label
        third += label in best
    probe.train(was_training)
    return {"images": len(chosen), "top1": first / len(chosen), "top3": third / len(chosen)}
