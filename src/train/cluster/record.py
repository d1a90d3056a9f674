"""What a run leaves behind: data, commit, seeds, versions, losses and evaluations, in record.json.

A run in pieces appends a session for each; nothing is overwritten. A session may read
more data than the one before it, and names what it read.
"""

import importlib.metadata
import json
import subprocess
import time
from pathlib import Path

PACKAGES = ("torch", "transformers", "peft", "accelerate", "deepspeed")


def version_of(name: str) -> str | None:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None


def commit() -> str:
    """Of this code, with a mark when files differ from it."""
    here = Path(__file__).parent

    def git(*words: str) -> str:
        return subprocess.run(["git", *words], cwd=here, capture_output=True, text=True, check=False).stdout.strip()

    return git("rev-parse", "HEAD") + ("+changes" if git("status", "--porcelain", "--", str(here)) else "")


class Record:
    def __init__(self, path: Path, about: dict, data: str):
        self.path, self.data = path, data
        self.values = json.loads(path.read_text()) if path.exists() else {"data": data, **about, "sessions": []}
        for session in self.values["sessions"]:
            session.setdefault("data", self.values["data"])  # once named for all
        for name, value in about.items():
            if self.values.get(name) != value:
                raise ValueError(f"{path} is of a run with other {name}. Continue with the same, or choose another folder.")

    def add(self, session: dict) -> None:
        versions = {name: version_of(name) for name in PACKAGES}
        ended = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        self.values["data"] = self.data
        self.values["sessions"].append({"ended": ended, "commit": commit(), "versions": versions, "data": self.data, **session})
        self.path.write_text(json.dumps(self.values, indent=1) + "\n")

    def summary(self) -> dict:
        """For an adapter's card: everything but the single losses."""
        sessions = [{key: value for key, value in it.items() if key != "losses"} for it in self.values["sessions"]]
        return {**self.values, "sessions": sessions}
