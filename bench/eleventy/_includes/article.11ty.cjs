const { page } = require("./base.cjs");
const { address, dayPath, escape, iso, spoken } = require("../lib/terms.cjs");

const places = new WeakMap(); // each article's place in the list of all, for the links before and after

function neighbours(articles, url) {
  if (!places.has(articles)) places.set(articles, new Map(articles.map((article, index) => [article.url, index])));
  const place = places.get(articles).get(url);
  return [articles[place + 1], articles[place - 1]];
}

const link = (kind, term) => `<a href="${address(kind, term)}">${escape(term)}</a>`;

module.exports = class {
  render({ title, summary, date, authors, section, tags, content, page: { url }, collections }) {
    const [earlier, later] = neighbours(collections.articles, url);
    return page({
      title,
      url,
      head: `<meta name="description" content="${escape(summary)}">
<meta property="og:type" content="article">
<meta property="og:title" content="${escape(title)}">
<meta property="og:description" content="${escape(summary)}">
<meta property="og:url" content="https://news.example${url}">
<meta property="article:published_time" content="${iso(date)}">
${authors.map((author) => `<meta name="author" content="${escape(author)}">\n`).join("")}`,
      main: `<article>
<header>
<p class="kicker">${link("sections", section)}</p>
<h1>${escape(title)}</h1>
<p class="byline">By ${authors.map((author) => link("authors", author)).join(" and ")}</p>
<p><a href="/${dayPath(date).slice(0, 7)}/"><time datetime="${iso(date)}">${spoken(date)}</time></a></p>
</header>
${content}
<footer>
<ul class="tags">${tags.map((tag) => `<li>${link("tags", tag)}</li>`).join("")}</ul>
<nav aria-label="Articles">
${earlier ? `<a rel="prev" href="${earlier.url}">${escape(earlier.data.title)}</a>` : ""}
${later ? `<a rel="next" href="${later.url}">${escape(later.data.title)}</a>` : ""}
</nav>
</footer>
</article>`,
    });
  }
};
