const { iso } = require("./lib/terms.cjs");

module.exports = class {
  data() {
    return { permalink: "/sitemap.xml" };
  }

  render({ collections }) {
    const place = (url, more = "") => `<url><loc>https://news.example${url}</loc>${more}</url>`;
    return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${collections.articles.map(({ url, data }) => place(url, `<lastmod>${iso(data.date)}</lastmod>`)).join("\n")}
${collections.terms.map(({ url }) => place(url)).join("\n")}
</urlset>
`;
  }
};
