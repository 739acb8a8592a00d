import json
from pathlib import Path

import pytest
from sites import build_site, make_site, write

from sitegen import cli
from sitegen.files.measure import measure
from sitegen.hosting import LIMITS, Measure, amount, findings

NONE = Measure(0, 0, (0, ""), (0, ""), (0, ""))
FERRY = "Ferry Sails\n\nBy Ida Marsh\n\nPosted on Monday, May 6, 2013\n\nThe ferry left on Monday and came back at noon.\n"
UNDATED = (
    "Bell Rings\n\nBy Ida Marsh\n\nNobody knows who rang the bell, and nobody has asked.\n\n[RELATED: A Captain's Bread]\n"
)


def run(*words: str | Path) -> int:
    """The exit status of a command; that of argparse as well."""
    try:
        return cli.main([str(word) for word in words])
    except SystemExit as ended:
        return int(ended.code or 0)


def with_amount(quantity: str, number: int) -> Measure:
    """A site of which one measure is known."""
    place = (number, "a/b.html")
    return {
        "files": Measure(number, 0, (0, ""), (0, ""), (0, "")),
        "size": Measure(0, number, (0, ""), (0, ""), (0, "")),
        "largest file": Measure(0, 0, place, (0, ""), (0, "")),
        "longest path": Measure(0, 0, (0, ""), place, (0, "")),
        "largest folder": Measure(0, 0, (0, ""), (0, ""), place),
    }[quantity]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A built site that lacks a date, has a text twice, and refers to nothing."""
    folder = make_site(
        tmp_path / "site",
        {"content/ferry.txt": FERRY, "content/again/ferry.txt": FERRY, "content/bell.txt": UNDATED},
    )
    build_site(folder)
    return folder


@pytest.mark.parametrize(
    ("host", "quantity", "most"),
    [
        ("github", "size", 1_000_000_000),
        ("github", "largest file", 104_857_600),
        ("netlify", "largest folder", 54_000),
        ("cloudflare", "files", 20_000),
        ("cloudflare", "largest file", 26_214_400),
        ("s3", "largest file", 5_000_000_000),
        ("s3", "longest path", 1_024),
    ],
)
def test_each_limit_is_passed_by_one_more(host: str, quantity: str, most: int) -> None:
    """What is just allowed fits; one more doesn't, and no other limit is to blame."""
    assert [one.is_passed for one in findings(with_amount(quantity, most), host)] == [False] * len(LIMITS[host])
    passed = [one.limit for one in findings(with_amount(quantity, most + 1), host) if one.is_passed]
    assert [(limit.quantity, limit.most) for limit in passed] == [(quantity, most)]


def test_each_limit_has_a_source_and_a_mend() -> None:
    """Nobody has to believe a figure, and nobody is left alone with it."""
    limits = [limit for host in LIMITS.values() for limit in host]
    assert all(limit.source.startswith("https://") and limit.mend for limit in limits)
    assert not any(one.is_passed for host in LIMITS for one in findings(NONE, host))


def test_the_hosts_are_those_of_the_command() -> None:
    """Every host of the table can be named, and no other."""
    assert [run("doctor", "--host", host, "--site", "nowhere-at-all") for host in LIMITS] == [2] * len(LIMITS)
    help_of = cli._parser()._subparsers._group_actions[0].choices["doctor"].format_help()  # type: ignore[union-attr,index,call-overload]
    assert "{" + ",".join(LIMITS) + "}" in help_of


def test_a_folder_is_measured(tmp_path: Path) -> None:
    """Files, sizes, the longest path in bytes, and the folder with most files of its own; the first by path where two are equal."""
    for path, content in {
        "index.html": "x",
        "a/é.html": "xx",
        "a/b.html": "xx",
        "c/d.html": "x",
        "c/deep/er.html": "",
        ".git/a": "xxx",
    }.items():
        write(tmp_path, path, content)
    expected = Measure(5, 6, (2, "a/b.html"), (14, "c/deep/er.html"), (2, "a"))
    assert expected == measure(tmp_path)


def test_a_path_is_measured_in_bytes(tmp_path: Path) -> None:
    """A letter with an accent is two bytes, as hosts count."""
    for name in ("éé.html", "abcd.html", "abc.html"):
        write(tmp_path, name, "x")
    assert measure(tmp_path).longest_path == (9, "abcd.html")
    write(tmp_path, "ééé.html", "x")
    assert measure(tmp_path).longest_path == (11, "ééé.html")


def test_measures_are_told_in_units_of_people() -> None:
    """Sizes in the unit that suits them, paths in bytes, folders in files."""
    assert [amount("size", n) for n in (0, 999, 1_000, 2_500_000, 1_300_000_000)] == [
        "0 bytes",
        "999 bytes",
        "1.0 kB",
        "2.5 MB",
        "1.3 GB",
    ]
    assert (amount("longest path", 1_024), amount("largest folder", 1), amount("files", 20_000)) == (
        "1,024 bytes",
        "1 file",
        "20,000 files",
    )


def test_a_site_that_fits_has_status_0(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever the archive lacks, which is told with what to do."""
    assert run("doctor", "--site", site) == 0
    out = capsys.readouterr().out
    assert [line.split() for line in out.splitlines() if line.endswith("fits")] == [[f"{host}:", "fits"] for host in LIMITS]
    assert "1 article without a date: write `date: …` in its front matter, be it the year alone (bell.txt)" in out
    assert "1 text with the same bytes as another: remove one of the two (ferry.txt)" in out
    assert "1 reference to articles that aren't in the archive: add them, or leave it so (bell.txt)" in out


def test_a_site_in_order_lacks_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And that is said."""
    text = "---\ntitle: Ferry Sails\ndate: 2013-05-06\nauthors: [Ida Marsh]\ndek: none\n---\nThe ferry left on Monday.\n"
    build_site(make_site(tmp_path, {"content/ferry.txt": text}))
    assert run("doctor", "--site", tmp_path, "--host", "s3") == 0
    assert "Nothing is lacking" in capsys.readouterr().out


def test_a_passed_limit_of_the_named_host_is_status_1(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With how much there is, how much may be, and the mend; where no host is named, none of them is meant."""
    with (site / "public/huge.bin").open("wb") as file:
        file.truncate(25 * 1024**2 + 1)  # of the file's size alone, no disk is used
    assert run("doctor", "--site", site, "--host", "cloudflare") == 1
    assert "cloudflare: largest file: 26.2 MB (huge.bin), at most 26.2 MB: make it smaller" in capsys.readouterr().out
    assert run("doctor", "--site", site, "--host", "github") == 0
    assert run("doctor", "--site", site) == 0


def test_json_has_all_that_was_found(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Measures, limits with their sources, and what the archive lacks."""
    assert run("doctor", "--site", site, "--host", "netlify", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    (limit,) = found["limits"]
    assert (limit["host"], limit["quantity"], limit["most"], limit["passed"]) == ("netlify", "largest folder", 54_000, False)
    assert found["measure"]["files"] == sum(1 for file in (site / "public").rglob("*") if file.is_file())
    assert {name: found["lacks"][name]["first"] for name in ("undated", "twins", "unresolved")} == {
        "undated": ["bell.txt"],
        "twins": ["ferry.txt"],
        "unresolved": ["bell.txt"],
    }


def test_a_site_that_isnt_built_is_status_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """There is nothing to measure."""
    assert run("doctor", "--site", make_site(tmp_path, {})) == 1
    assert "build the site first" in capsys.readouterr().err


def test_a_folder_that_was_built_elsewhere_is_measured(site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without what only the catalogue knows."""
    write(tmp_path, "copy/index.html", "x")
    assert run("doctor", "--site", site, "--output", tmp_path / "copy") == 0
    assert "can't be looked at" in capsys.readouterr().out


def test_an_unknown_host_is_status_2(site: Path) -> None:
    """Only hosts whose limits are known can be named."""
    assert run("doctor", "--site", site, "--host", "elsewhere") == 2
