"""The commands: arguments in, work done by the rooms below, words and an exit status out.

Exit status: 0 done, 1 problems in the content, 2 wrong usage or settings.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from importlib import import_module

from sitegen import __version__
from sitegen.errors import SitegenError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; `build` where none is named."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    parser = _parser()
    if not words or (words[0].startswith("-") and words[0] not in {"-h", "--help", "--version"}):
        words.insert(0, "build")
    chosen = parser.parse_args(words)
    # A command's module is imported when it runs: reading a text needs no web server, and a build no reader of HTML.
    run: Callable[[argparse.Namespace], int] = import_module(f"sitegen.cli.{chosen.module}").run
    try:
        return run(chosen)
    except SitegenError as error:
        print(f"sitegen: {error}", file=sys.stderr)
        return error.exit_status
    except KeyboardInterrupt:
        print("sitegen: stopped; the next build takes up where this one was", file=sys.stderr)
        return 130
    except BrokenPipeError:  # the reader of our output has gone: `… | head`
        sys.stderr.close()
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="sitegen", description="Raw news text in, a permanent, searchable, static archive out."
    )
    parser.add_argument("--version", action="version", version=f"sitegen {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="command", required=True)
    for add in (_build, _serve, _read, _learn, _explain, _review, _check, _doctor, _new, _init):
        add(commands)
    return parser


Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse gives its own return type no public name


def _command(commands: "Commands[argparse.ArgumentParser]", name: str, text: str, module: str = "") -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".")
    parser.set_defaults(module=module or name)
    return parser


def _site(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--site", metavar="DIR", help="the folder with site.yaml and content/ (default: the project's)")


def _output(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--output", metavar="DIR", help="where the site goes (default: public/ in the site folder)")


def _positive(text: str) -> int:
    count = int(text)
    if count < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return count


def _build(commands: "Commands[argparse.ArgumentParser]") -> None:
    parser = _command(commands, "build", "publish the archive: content/ → public/")
    _site(parser)
    _output(parser)
    parser.add_argument("--base-url", metavar="URL", help="the archive's address, for feeds and sitemap")
    parser.add_argument("--jobs", metavar="N", type=_positive, default=0, help="processes to work in (default: one a core)")
    parser.add_argument("--drafts", action="store_true", help="publish drafts as well")
    parser.add_argument("--no-search", action="store_true", help="make no search index")
    parser.add_argument("--strict", action="store_true", help="treat notices as problems")
    parser.add_argument("--keep-going", action="store_true", help="publish what is sound in spite of problems")
    parser.add_argument("--verify", action="store_true", help="build clean beside the output and name every difference")
    parser.add_argument("--json", action="store_true", help="print the report as one JSON object, last")


def _serve(commands: "Commands[argparse.ArgumentParser]") -> None:
    parser = _command(commands, "serve", "show the archive in a browser, and follow every change")
    _site(parser)
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on (default: this machine alone)")
    parser.add_argument("--port", type=int, help="the port to listen on (default: 8000, or the next free one)")
    parser.add_argument("--open", action="store_true", help="open a browser")


def _read(commands: "Commands[argparse.ArgumentParser]") -> None:
    parser = _command(commands, "read", "take raw texts apart into records")
    parser.add_argument("paths", metavar="PATH", nargs="+", help="text files, or folders of them")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--jsonl", action="store_true", help="a JSON object a line (the default)")
    form.add_argument("--yaml", action="store_true", help="YAML documents")
    form.add_argument("--write", metavar="DIR", help="write files with front matter into a folder")
    parser.add_argument("--split", action="store_true", help="part files that hold several articles")


def _learn(commands: "Commands[argparse.ArgumentParser]") -> None:
    parser = _command(commands, "learn", "propose a source profile from a folder's own texts")
    parser.add_argument("folder", metavar="FOLDER", help="a folder of raw texts")
    parser.add_argument("--write", action="store_true", help="put it into the folder, as reader.yaml")
    parser.add_argument("--force", action="store_true", help="with --write: replace a reader.yaml that is there")


def _explain(commands: "Commands[argparse.ArgumentParser]") -> None:
    parser = _command(commands, "explain", "show how a text was read line by line, or why a page was built")
    parser.add_argument("what", metavar="PATH|URL", help="a source file, or a page's address")
    _site(parser)
    _output(parser)
    parser.add_argument("--base-url", metavar="URL", help="the archive's address, if the build was told one")
    parser.add_argument("--no-search", action="store_true", help="the build was told to make no search index")


def _review(commands: "Commands[argparse.ArgumentParser]") -> None:
    parser = _command(commands, "review", "list what the reader is unsure of, worst first")
    _site(parser)
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print a JSON list")
    form.add_argument("--write", action="store_true", help="write the doubted fields into front matter, for you to correct")
    parser.add_argument("--limit", metavar="N", type=_positive, help="only the N texts that are most in doubt")
    form.add_argument("--dry-run", action="store_true", help="say what --write would write, and write nothing")


def _check(commands: "Commands[argparse.ArgumentParser]") -> None:
    parser = _command(commands, "check", "look for broken links, anchors and pictures, and for orphans, in the built site")
    _site(parser)
    _output(parser)


def _doctor(commands: "Commands[argparse.ArgumentParser]") -> None:
    parser = _command(commands, "doctor", "tell whether a host takes the built site, and what the archive lacks")
    _site(parser)
    _output(parser)
    parser.add_argument("--host", choices=("github", "netlify", "cloudflare", "s3"), help="the host (default: all of them)")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def _new(commands: "Commands[argparse.ArgumentParser]") -> None:
    parser = _command(commands, "new", "make an article file to write in", module="begin")
    parser.add_argument("headline", help="the headline")
    parser.add_argument("--date", help="its date (default: today)")
    _site(parser)


def _init(commands: "Commands[argparse.ArgumentParser]") -> None:
    parser = _command(commands, "init", "make a new site folder that builds at once", module="begin")
    parser.add_argument("folder", metavar="DIR", help="a folder that is empty or not there yet")
