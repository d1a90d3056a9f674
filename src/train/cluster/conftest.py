"""The bundled checkpoint, a tiny one, and a clinic of a few cases, for the tests."""

import subprocess
from pathlib import Path

import pytest
import torch

from base import open_base
from tiny_base import write_tiny

ROOT = Path(__file__).parents[3]
BUNDLED = ROOT / "public/checkpoints/clinic-mini"


@pytest.fixture(scope="session")
def bundled():
    torch.set_num_threads(1)
    return open_base(BUNDLED)


@pytest.fixture(scope="session")
def tiny(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("tiny")
    write_tiny(BUNDLED, folder)
    return folder


@pytest.fixture(scope="session")
def clinic(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("clinic")
    command = ["npm", "run", "-s", "clinic", "--", "--out", str(folder), "--cases", "4", "--findings", "1", "--language", "en"]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return folder
