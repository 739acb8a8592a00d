import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from sitegen import assets, urls
from sitegen.model import Problem


def bitmap(form: str, width: int = 30, height: int = 20) -> bytes:
    """A picture of one colour."""
    file = io.BytesIO()
    Image.new("RGB", (width, height)).save(file, form)
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "form"), [("a.jpg", "JPEG"), ("a.JPEG", "JPEG"), ("a.png", "PNG"), ("a.webp", "WEBP"), ("wrong.png", "JPEG")]
)
def test_a_bitmap_is_measured(name: str, form: str) -> None:
    """By what it holds, whatever its name says."""
    assert assets.measure(name, bitmap(form)) == (30, 20)


@pytest.mark.parametrize(
    ("tag", "size"),
    [
        ('<svg width="30" height="20">', (30, 20)),
        ("<svg height='20px' width='30px'>", (30, 20)),
        ('<svg viewBox="0 0 30 20">', (30, 20)),
        ('<svg viewBox="-5,-5,30.4,19.6" width="100%">', (30, 20)),
        ("<svg>", (1200, 800)),
        ('<svg width="0" height="0">', (1, 1)),
    ],
)
def test_an_svg_is_measured(tag: str, size: tuple[int, int]) -> None:
    """By its size, else by its view box, else as browsers do."""
    assert assets.measure("a.svg", f'<?xml version="1.0"?>\n{tag}</svg>'.encode()) == size


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.png", b""),
        ("a.jpg", b"<svg>"),
        ("a.png", bitmap("PNG")[:20]),
        ("a.svg", b"<html>"),
        ("a.webp", bitmap("GIF")),
        ("a.svg", b'<svg width="1.2.3" height="1">'),
    ],
)
def test_what_is_no_picture_is_a_notice(name: str, data: bytes) -> None:
    """And left out."""
    found = assets.measure(name, data)
    assert isinstance(found, Problem)
    assert (found.path, found.severity) == (name, "notice")


def test_a_picture_of_giant_size_is_a_notice() -> None:
    """It would cost every reader's machine its memory."""
    found = assets.measure("a.svg", b'<svg width="999999" height="999999">')
    assert isinstance(found, Problem)
    assert "999999 × 999999" in found.what


@given(st.binary(max_size=300), st.sampled_from(["a.png", "a.jpg", "a.webp", "a.svg"]))
def test_any_bytes_are_measured_or_a_notice(data: bytes, name: str) -> None:
    """Never a crash."""
    for start in (b"", b"<svg ", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF\x10\x00\x00\x00WEBP"):
        found = assets.measure(name, start + data)
        assert isinstance(found, Problem) or (found[0] > 0 and found[1] > 0)


def test_a_published_name_holds_the_digest() -> None:
    """Hosts may keep it for ever: other bytes have another name."""
    one, other = assets.digest(b"one"), assets.digest(b"other")
    assert assets.published("css/style.css", one) == f"static/css/style.{one[:10]}.css"
    assert assets.published("style.css", one) != assets.published("style.css", other)
    assert assets.published_picture("2013/The Flood.JPG", one) == f"pictures/the-flood.{one[:10]}.jpg"


@given(st.text(min_size=1, max_size=30).filter(lambda name: "/" not in name and name not in {".", ".."}))
def test_a_picture_of_any_name_has_a_sound_address(name: str) -> None:
    """Whatever its file is called."""
    assert urls.trouble(assets.published_picture(f"2013/{name}.jpg", assets.digest(b"x"))) is None


PATHS = {"fonts/news.woff2": "static/fonts/news.0123456789.woff2", "paper.png": "static/paper.0123456789.png"}


@pytest.mark.parametrize(
    ("name", "text", "resolved"),
    [
        ("style.css", "url(paper.png)", "url(paper.0123456789.png)"),
        ("style.css", "url( 'paper.png' )", "url('paper.0123456789.png')"),
        ("style.css", 'url("fonts/news.woff2#x")', 'url("fonts/news.0123456789.woff2#x")'),
        ("css/style.css", "url(../paper.png)", "url(../paper.0123456789.png)"),
        ("fonts/style.css", "url(news.woff2)", "url(../fonts/news.0123456789.woff2)"),
        ("style.css", "url(missing.png)", "url(missing.png)"),
        ("style.css", "url(data:image/png;base64,AA==)", "url(data:image/png;base64,AA==)"),
        ("style.css", "url(https://post.example/a.png)", "url(https://post.example/a.png)"),
        ("style.css", "url(#shape)", "url(#shape)"),
    ],
)
def test_a_style_sheet_leads_to_published_names(name: str, text: str, resolved: str) -> None:
    """What isn't a file of ours stays as it is."""
    assert assets.resolve_css(name, f"a {{ background: {text} }}", PATHS) == f"a {{ background: {resolved} }}"
