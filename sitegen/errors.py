"""Everything that sitegen raises.

::

    SitegenError            a person can mend it; the message says how
    ├── ContentError        a source is wrong: exit status 1, nothing is published
    ├── SettingsError       site.yaml or the command line is wrong: exit status 2
    ├── TemplateError       a template is wrong: exit status 1, nothing is published
    └── OutputError         the output folder can't be written or isn't ours: exit status 1
"""


class SitegenError(Exception):
    """Something that a person can mend, with the place and the likely mend."""

    exit_status = 1

    def __init__(self, what: str, *, path: str = "", line: int = 0, hint: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.path = path
        self.line = line
        self.hint = hint

    def __str__(self) -> str:
        """`path:line: what: likely mend`, leaving out what isn't known."""
        return place_and_mend(self.path, self.line, self.what, self.hint)

    def __reduce__(self) -> tuple[object, ...]:
        """Errors cross process borders whole."""
        return _remake, (type(self), self.what, self.path, self.line, self.hint)


class ContentError(SitegenError):
    """A source is wrong."""


class SettingsError(SitegenError):
    """A setting or an argument is wrong."""

    exit_status = 2


class TemplateError(SitegenError):
    """A template is wrong."""


class OutputError(SitegenError):
    """The output folder can't be written, or isn't ours to write."""


def place_and_mend(path: str, line: int, what: str, hint: str) -> str:
    """The one form of every message: `path:line: what: likely mend`."""
    place = f"{path}:{line}" if path and line else path
    return ": ".join(part for part in (place, what, hint) if part)


def _remake(kind: type[SitegenError], what: str, path: str, line: int, hint: str) -> SitegenError:
    return kind(what, path=path, line=line, hint=hint)
