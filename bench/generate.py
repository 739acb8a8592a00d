"""Invented articles, the same from the same seed, each in the form that an engine reads."""

import argparse
import datetime as dt
import itertools
import json
import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

SEED = 7
FIRST_DAY = dt.date(2004, 1, 1)
DAYS = 7300  # twenty years
TAGS, AUTHORS, CAST, WORDS = 500, 200, 1000, 20_000
# How often: of articles the first four, of sentences the last two.
SECOND_AUTHOR, DATELINE, LINK, SUBHEAD, QUOTE, PLACE = 0.15, 0.5, 0.3, 0.2, 0.3, 0.1
SECTIONS = (
    "world", "politics", "business", "science", "health", "sports",
    "opinion", "arts", "travel", "education", "law", "weather",
)  # fmt: skip
COMMON = """
the of and to in a is that for it was on as with be by at he from his an were are which this also have had its
but not first they who one two new their after been more when she her time would there will some if than other
into only no may such so over about most during state up later many out can through world people you year city
both between made would then three used while being under where several however since against part name known
even early group before until second because well called these them now place found did around long another
each set still much since said what like last him government
""".split()
FIRST_NAMES = """
Anna Boris Clara David Elena Frank Greta Hugo Irene Jonas Karen Louis Maria Nadia Oscar Paula Robert Sofia
Thomas Ursula Victor Wanda Xavier Yusuf Zoe Ahmed Beatrice Carlos Diana Edward Fatima George Helen Ivan Julia
Kenji Laura Martin Nina Omar Peter Rachel Stefan Teresa Walter Alice Bernard Daniel
""".split()
TITLES = ("President", "Senator", "Judge", "Professor", "Minister", "Dr.", "Mr.", "Mrs.")
CITIES = """
Geneva Nairobi Lisbon Oslo Lima Vienna Cairo Manila Dublin Havana Prague Tokyo Jakarta Ottawa Warsaw Athens
Baghdad Caracas Dakar Helsinki Istanbul Kabul London Madrid Moscow Paris Quito Rome Seoul Tehran
""".split()
ONSETS = "b c d f g h k l m n p r s t v w br cl dr fl gr pl pr st tr sh th".split()
VOWELS = "a e i o u ea ou ai".split()
CODAS = ["", "", "", "n", "r", "s", "t", "l", "m", "nd", "st", "ck"]

Form = Callable[["Article"], str]
Place = Callable[["Article"], str]  # a path from the content folder


@dataclass(frozen=True, slots=True)
class Article:
    """An invented article."""

    title: str
    date: dt.date
    authors: tuple[str, ...]
    section: str
    tags: tuple[str, ...]
    slug: str
    summary: str
    body: str  # Markdown


@dataclass(frozen=True, slots=True)
class Census:
    """How many articles were made, and how many stand under each term of each kind."""

    articles: int
    terms: Mapping[str, Counter[str]]
    samples: tuple[Article, ...]  # some of them, evenly spaced, to look for in the output
    source_bytes: int


@dataclass(frozen=True, slots=True)
class Bag:
    """Words to draw from, the first ones far more often: Zipf and Mandelbrot's law."""

    words: list[str]
    weights: list[float] = field(default_factory=list)

    @classmethod
    def of(cls, words: list[str], offset: int) -> "Bag":
        """A bag in which the word of rank r has the weight 1 / (r + offset)."""
        return cls(words, list(itertools.accumulate(1 / (rank + offset) for rank in range(len(words)))))

    def draw(self, rng: random.Random, count: int) -> list[str]:
        """That many words, repeats allowed."""
        return rng.choices(self.words, cum_weights=self.weights, k=count)


class Newsroom:
    """Vocabulary and cast, made once from a seed; it writes one article after another."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)
        invented = self._distinct(WORDS, lambda: self._word(self.rng.choice((1, 1, 2, 2, 3))))
        self.vocabulary = Bag.of([*dict.fromkeys(COMMON), *invented], 5)
        capital = [word.capitalize() for word in invented if word not in COMMON]
        self.tags = Bag.of(self._distinct(TAGS, lambda: " ".join(self.rng.sample(capital, 2))), 5)
        self.authors = self._distinct(AUTHORS, lambda: self._name(capital))
        self.cast = Bag.of(self._distinct(CAST, lambda: self._name(capital)), 20)
        self.cities = Bag.of(CITIES, 3)

    def write(self, number: int) -> Article:
        """The article of that number; call in order, since all draw from one stream."""
        rng = self.rng
        people = list(dict.fromkeys(self.cast.draw(rng, rng.randint(2, 5))))
        return Article(
            title=self._sentence(rng.randint(6, 9)),
            date=FIRST_DAY + dt.timedelta(days=rng.randrange(DAYS)),
            authors=tuple(rng.sample(self.authors, 2 if rng.random() < SECOND_AUTHOR else 1)),
            section=rng.choice(SECTIONS),
            tags=tuple(sorted(set(self.tags.draw(rng, rng.randint(2, 5))))),
            slug=f"a{number}",
            summary=self._sentence(20) + ".",
            body="\n\n".join(self._paragraphs(number, people)) + "\n",
        )

    def _paragraphs(self, number: int, people: list[str]) -> list[str]:
        rng = self.rng
        met: set[str] = set()
        paragraphs = [self._paragraph(people, met) for _ in range(rng.randint(5, 14))]
        if rng.random() < DATELINE:
            paragraphs[0] = f"{self.cities.draw(rng, 1)[0].upper()} — {paragraphs[0]}"
        if rng.random() < LINK:
            paragraphs[1] += f" See [the report](https://example.com/{number}) and *more*."
        if rng.random() < SUBHEAD:
            paragraphs.insert(2, "## " + self._sentence(4))
        return paragraphs

    def _paragraph(self, people: list[str], met: set[str]) -> str:
        sentences = (self._sentence(self.rng.randint(8, 25)) for _ in range(self.rng.randint(1, 4)))
        return " ".join(self._spoken(sentence, people, met) for sentence in sentences)

    def _spoken(self, sentence: str, people: list[str], met: set[str]) -> str:
        """Nearly a third of the sentences are said by someone: the full name at first, then the surname."""
        chance = self.rng.random()
        if chance < QUOTE:
            speaker = self.rng.choice(people)
            name = speaker.split()[-1] if speaker in met else f"{self.rng.choice(('', '', *TITLES))} {speaker}".strip()
            met.add(speaker)
            return f"“{sentence},” said {name}."
        if chance < QUOTE + PLACE:
            return f"{sentence} in {self.cities.draw(self.rng, 1)[0]}."
        return sentence + "."

    def _sentence(self, words: int) -> str:
        return " ".join(self.vocabulary.draw(self.rng, words)).capitalize()

    def _word(self, syllables: int) -> str:
        choice = self.rng.choice
        return "".join(choice(ONSETS) + choice(VOWELS) for _ in range(syllables)) + choice(CODAS)

    def _name(self, surnames: list[str]) -> str:
        return f"{self.rng.choice(FIRST_NAMES)} {self.rng.choice(surnames)}"

    @staticmethod
    def _distinct(count: int, make: Callable[[], str]) -> list[str]:
        found: dict[str, None] = {}
        while len(found) < count:
            found[make()] = None
        return list(found)


def articles(count: int, seed: int = SEED) -> Iterator[Article]:
    """That many articles; a longer run begins with the shorter one's."""
    newsroom = Newsroom(seed)
    return (newsroom.write(number) for number in range(count))


def sitegen_form(article: Article) -> str:
    """Front matter in YAML as sitegen reads it; JSON strings are YAML."""
    return _yaml(
        article,
        f"authors: {json.dumps(article.authors)}",
        f"section: {article.section}",
    )


def hugo_form(article: Article) -> str:
    """Front matter in YAML for Hugo, years and months as terms."""
    return _yaml(
        article,
        f"authors: {json.dumps(article.authors)}",
        f"sections: [{article.section}]",
        f'years: ["{article.date:%Y}"]',
        f'months: ["{article.date:%Y-%m}"]',
    )


def pelican_form(article: Article) -> str:
    """The metadata lines that Pelican's Markdown reader takes."""
    return (
        f"Title: {article.title}\nDate: {article.date}\nAuthors: {'; '.join(article.authors)}\nCategory: {article.section}\n"
        f"Tags: {', '.join(article.tags)}\nSlug: {article.slug}\nSummary: {article.summary}\n\n{article.body}"
    )


def nikola_form(article: Article) -> str:
    """The metadata that Nikola reads without another package."""
    return (
        f"<!--\n.. title: {article.title}\n.. slug: {article.slug}\n.. date: {article.date} 00:00:00 UTC\n"
        f".. author: {', '.join(article.authors)}\n.. category: {article.section}\n.. tags: {', '.join(article.tags)}\n"
        f".. description: {article.summary}\n-->\n\n{article.body}"
    )


def by_month(article: Article) -> str:
    """Where an article's source stands: in its month's folder."""
    return f"{article.date:%Y/%m}/{article.slug}.md"


def by_day(article: Article) -> str:
    """Where it stands for engines that publish by the folder."""
    return f"{article.date:%Y/%m/%d}/{article.slug}.md"


FORMS: dict[str, Form] = {
    "sitegen": sitegen_form,
    "hugo": hugo_form,
    "pelican": pelican_form,
    "eleventy": sitegen_form,
    "nikola": nikola_form,
}


def _yaml(article: Article, *lines: str) -> str:
    head = [f"title: {json.dumps(article.title)}", f"date: {article.date}", *lines, f"tags: {json.dumps(article.tags)}"]
    head += [f"slug: {article.slug}", f"summary: {json.dumps(article.summary)}"]
    return "---\n" + "\n".join(head) + "\n---\n\n" + article.body


def write(count: int, targets: Iterable[tuple[Path, Form, Place]]) -> Census:
    """Writes the same articles below each folder in its form and at its place, and counts them."""
    targets = list(targets)
    terms: dict[str, Counter[str]] = {kind: Counter() for kind in ("tags", "authors", "sections", "years", "months")}
    samples: list[Article] = []
    size = 0
    for number, article in enumerate(articles(count)):
        for folder, form, place in targets:
            path = folder / place(article)
            path.parent.mkdir(parents=True, exist_ok=True)
            size += path.write_text(form(article), encoding="utf-8")
        terms["tags"].update(article.tags)
        terms["authors"].update(article.authors)
        terms["sections"][article.section] += 1
        terms["years"][f"{article.date:%Y}"] += 1
        terms["months"][f"{article.date:%Y-%m}"] += 1
        if number % max(1, count // 20) == 0:
            samples.append(article)
    return Census(count, terms, tuple(samples), size // max(1, len(targets)))


def main() -> None:
    """Writes articles for one engine into a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--form", choices=FORMS, default="sitegen")
    options = parser.parse_args()
    census = write(options.count, [(options.folder, FORMS[options.form], by_day if options.form == "nikola" else by_month)])
    print(f"{census.articles:,} articles, {census.source_bytes / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
