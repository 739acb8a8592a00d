"""What each template names, kept on disk by the template's text: a build that changes nothing then needs no Jinja (60 ms)."""

import hashlib
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

Names = frozenset[str] | None  # None: it can't be known which


@dataclass(frozen=True, slots=True)
class Needs:
    """The templates and the static files that one template names."""

    templates: Names
    assets: Names


def read_needs(cache: Path | None) -> dict[str, Needs]:
    """What is known of templates, by the digests of their texts. A damaged file knows nothing."""
    if cache is None:
        return {}
    with suppress(OSError, ValueError, TypeError, AttributeError):
        known: dict[str, dict[str, list[str] | None]] = json.loads(_file(cache).read_bytes())
        return {digest: Needs(_frozen(needs["templates"]), _frozen(needs["assets"])) for digest, needs in known.items()}
    return {}


def write_needs(cache: Path | None, known: Mapping[str, Needs]) -> None:
    """Keep what is known. Where that can't be done, the next build works it out again."""
    if cache is None:
        return
    plain = {
        digest: {"templates": _listed(needs.templates), "assets": _listed(needs.assets)} for digest, needs in known.items()
    }
    file = _file(cache)
    draft = file.with_suffix(f".{os.getpid()}.tmp")
    with suppress(OSError):
        cache.mkdir(parents=True, exist_ok=True)
        draft.write_text(json.dumps(plain), encoding="utf-8")
        draft.replace(file)


def digest_of(text: str) -> str:
    """What a template's text is known by."""
    return hashlib.sha256(text.encode()).hexdigest()


def _file(cache: Path) -> Path:
    """A file for this very way of reading templates."""
    code = Path(__file__).with_name("engine.py").read_bytes()
    return cache / f"needs-{hashlib.sha256(code).hexdigest()[:12]}.json"


def _frozen(names: list[str] | None) -> Names:
    return None if names is None else frozenset(names)


def _listed(names: Names) -> list[str] | None:
    return None if names is None else sorted(names)
