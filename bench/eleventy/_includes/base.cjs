// What every page has around it.

const { escape, spoken, iso } = require("../lib/terms.cjs");

const page = ({ title, url, head = "", main }) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title ? `${escape(title)} – ` : ""}The Bench Gazette</title>
<link rel="canonical" href="https://news.example${url}">
<link rel="stylesheet" href="/style.css">
<link rel="alternate" type="application/rss+xml" href="/feed.xml" title="The Bench Gazette">
${head}</head>
<body>
<a class="skip" href="#main">Skip to the text</a>
<header>
<p><a href="/">The Bench Gazette</a></p>
<nav aria-label="Site"><ul><li><a href="/sections/">Sections</a></li><li><a href="/tags/">Tags</a></li><li><a href="/authors/">Authors</a></li></ul></nav>
</header>
<main id="main">
${main}
</main>
<footer><p>The Bench Gazette. <a href="/feed.xml">Feed</a></p></footer>
</body>
</html>
`;

const teaser = ({ url, data }) =>
  `<li><h2><a href="${url}">${escape(data.title)}</a></h2><p><time datetime="${iso(data.date)}">${spoken(data.date)}</time>` +
  `${data.authors.map((author) => ` <span>${escape(author)}</span>`).join("")}</p><p>${escape(data.summary)}</p></li>`;

const feed = (title, url, articles) => `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>${escape(title)}</title><link>https://news.example${url}</link><description>${escape(title)}</description>
${articles
  .map(
    ({ url: link, data }) =>
      `<item><title>${escape(data.title)}</title><link>https://news.example${link}</link><guid>https://news.example${link}</guid>` +
      `<pubDate>${data.date.toUTCString()}</pubDate><description>${escape(data.summary)}</description></item>`,
  )
  .join("\n")}
</channel></rss>
`;

module.exports = { feed, page, teaser };
