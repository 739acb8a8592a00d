"""What is wrong in a template, said as a person can use it: which file, which line, what, and the likely mend."""

import re
from collections.abc import Iterable
from difflib import get_close_matches
from traceback import walk_tb

import jinja2

from sitegen.errors import TemplateError
from sitegen.theme.filters import FILTERS
from sitegen.theme.sources import Templates


def explained(templates: Templates, error: Exception, template: str) -> TemplateError:
    """The error as a person can use it: which file, which line, what, and the likely mend."""
    if isinstance(error, TemplateError):
        return error
    path, line = _place(templates, error, template)
    if isinstance(error, jinja2.TemplateSyntaxError):
        hint = _likely_filter(error.message or "")
        return TemplateError(_lowered(error.message or "can't be understood"), path=path, line=error.lineno, hint=hint)
    if isinstance(error, jinja2.TemplateNotFound):
        missing_name = str(error.name)
        what, hint = f"there is no template '{missing_name}'", did_you_mean(missing_name, templates)
    elif isinstance(error, jinja2.UndefinedError):
        what, _, hint = str(error.message).partition("; ")
    else:
        what, hint = f"{type(error).__name__}: {error}", ""
    return TemplateError(what, path=path, line=line, hint=hint)


def _place(templates: Templates, error: Exception, template: str) -> tuple[str, int]:
    """The innermost place in a template; without one, the template that was asked for."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return error.filename or _shown(templates, error.name or template), error.lineno
    paths = {known.path for known in templates.values()}
    frames = [(frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__)]
    places = [(path, line) for path, line in frames if path in paths]
    return places[-1] if places else (_shown(templates, template), 0)


def _shown(templates: Templates, name: str) -> str:
    return templates[name].path if name in templates else f"templates/{name}"


def _likely_filter(message: str) -> str:
    """The likely filter or test, where the message is about one that isn't known."""
    found = re.match(r"No (filter|test) named '(\w+)'", message)
    if not found:
        return ""
    return did_you_mean(found[2], [*jinja2.filters.FILTERS, *FILTERS] if found[1] == "filter" else jinja2.tests.TESTS)


def _lowered(message: str) -> str:
    return message[:1].lower() + message[1:].rstrip(".")


def unknown(what: str, name: str, known: Iterable[str]) -> str:
    """What is wrong and, after a semicolon, the likely mend."""
    return "; ".join(part for part in (what, did_you_mean(name, known)) if part)


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """The closest known name, as a question; nothing where none is close."""
    likely = get_close_matches(name, known, n=1)
    return f"did you mean '{likely[0]}'?" if likely else ""
