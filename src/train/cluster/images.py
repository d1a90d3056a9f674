"""An image as the vision tower takes it: the arithmetic of Qwen2VLImageProcessor, without torchvision."""

import math
from pathlib import Path

import numpy as np
import torch
from PIL import Image


def smart_resize(height: int, width: int, edge: int, least: int, most: int) -> tuple[int, int]:
    """Multiples of `edge` near the original size, with `least` to `most` pixels."""
    h, w = round(height / edge) * edge, round(width / edge) * edge
    if h * w > most:
        beta = math.sqrt(height * width / most)
        return max(edge, math.floor(height / beta / edge) * edge), max(edge, math.floor(width / beta / edge) * edge)
    if h * w < least:
        beta = math.sqrt(least / (height * width))
        return math.ceil(height * beta / edge) * edge, math.ceil(width * beta / edge) * edge
    return h, w


def patches_of(path: Path, settings: dict) -> tuple[torch.Tensor, tuple[int, int, int]]:
    """Patches [N, 3·2·14·14] in the reference's order (merged squares together), and the grid."""
    image = Image.open(path).convert("RGB")
    size, merge, frames = settings["patch_size"], settings["merge_size"], settings["temporal_patch_size"]
    height, width = smart_resize(image.height, image.width, size * merge, settings["min_pixels"], settings["max_pixels"])
    values = np.asarray(image.resize((width, height), Image.BICUBIC), np.float32) / np.float32(255)
    values = (values - np.float32(settings["image_mean"])) / np.float32(settings["image_std"])
    rows, columns = height // size, width // size
    cut = values.reshape(rows // merge, merge, size, columns // merge, merge, size, 3)
    cut = cut.transpose(0, 3, 1, 4, 6, 2, 5)  # square row, square column, row, column, channel, y, x
    cut = np.repeat(cut[..., None, :, :], frames, axis=-3)  # a still picture is its own next frame
    return torch.from_numpy(cut.reshape(rows * columns, -1).copy()), (1, rows, columns)
