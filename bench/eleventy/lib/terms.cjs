// What all templates share: addresses, dates, escaping, and the terms with their articles.

const PAGE_SIZE = 50;
const FEED_SIZE = 30;
const MONTHS = "January February March April May June July August September October November December".split(" ");
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

const iso = (date) => date.toISOString().slice(0, 10);
const dayPath = (date) => iso(date).replaceAll("-", "/");
const spoken = (date) => `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
const slug = (text) => text.toLowerCase().replaceAll(" ", "-");
const escape = (text) => String(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign]);

/** The kinds of terms: the folder of their pages, and the terms of an article. Years and months stand at the top. */
const KINDS = {
  tags: (data) => data.tags,
  authors: (data) => data.authors,
  sections: (data) => [data.section],
  years: (data) => [iso(data.date).slice(0, 4)],
  months: (data) => [iso(data.date).slice(0, 7)],
};
const address = (kind, term) =>
  kind === "years" || kind === "months" ? `/${term.replace("-", "/")}/` : `/${kind}/${slug(term)}/`;

/** Every term with its articles, newest first. */
function terms(articles) {
  const found = [];
  for (const [kind, of] of Object.entries(KINDS)) {
    const lists = new Map();
    for (const article of articles) {
      for (const term of of(article.data)) {
        if (!lists.has(term)) lists.set(term, []);
        lists.get(term).push(article);
      }
    }
    for (const [term, list] of lists) found.push({ kind, term, articles: list, url: address(kind, term) });
  }
  return found;
}

/** The pages of all lists, 50 articles each. */
function listPages(found) {
  return found.flatMap((term) => {
    const count = Math.ceil(term.articles.length / PAGE_SIZE);
    const url = (number) => (number === 1 ? term.url : `${term.url}page/${number}/`);
    return Array.from({ length: count }, (_, index) => ({
      ...term,
      all: term.articles.length,
      articles: term.articles.slice(index * PAGE_SIZE, (index + 1) * PAGE_SIZE),
      url: url(index + 1),
      newer: index > 0 ? url(index) : null,
      older: index + 1 < count ? url(index + 2) : null,
    }));
  });
}

module.exports = { FEED_SIZE, address, dayPath, escape, iso, listPages, spoken, terms };
