"""The files of the template folders, read once: what is rendered can't change under a build."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sitegen.errors import TemplateError

DEFAULT = "default/"  # names the project's own version of a template, whatever the site overrides


@dataclass(frozen=True, slots=True)
class Template:
    """A template's file: its text (None where it isn't UTF-8) and its path as the person knows it."""

    text: str | None
    path: str


Templates = Mapping[str, Template]


def read_all(folders: Sequence[Path]) -> dict[str, Template]:
    """All templates by name: a site's own hides the project's, which is still there under `default/`."""
    if not folders:
        return {}
    templates: dict[str, Template] = {}
    for folder in folders[:-1]:
        templates = dict(_read(folder)) | templates
    own = dict(_read(folders[-1]))
    hidden = {name: Template(own[name].text, DEFAULT + name) for name in own.keys() & templates.keys()}
    return own | templates | {DEFAULT + name: template for name, template in (own | hidden).items()}


def _read(folder: Path) -> Iterator[tuple[str, Template]]:
    base = folder.resolve()
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if any(part.startswith(".") for part in name.split("/")) or name.endswith("~") or path.is_dir():
            continue
        shown = f"{folder.name}/{name}"
        if not path.resolve().is_relative_to(base):
            raise TemplateError("the file leads out of the templates folder", path=shown, hint="put a copy in its place")
        yield name, Template(_text(path, shown), shown)


def _text(path: Path, shown: str) -> str | None:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        return None
    except OSError as error:
        raise TemplateError(f"can't be read: {error.strerror}", path=shown) from error
