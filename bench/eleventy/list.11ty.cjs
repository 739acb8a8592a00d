const { page, teaser } = require("./_includes/base.cjs");
const { escape } = require("./lib/terms.cjs");

module.exports = class {
  data() {
    return { pagination: { data: "collections.listPages", size: 1, alias: "list" }, permalink: ({ list }) => list.url };
  }

  render({ list }) {
    return page({
      title: list.term,
      url: list.url,
      main: `<h1>${escape(list.term)}</h1>
<p>${list.all} articles</p>
<ol>
${list.articles.map(teaser).join("\n")}
</ol>
<nav aria-label="Pages">
${list.newer ? `<a rel="prev" href="${list.newer}">Newer</a>` : ""}
${list.older ? `<a rel="next" href="${list.older}">Older</a>` : ""}
</nav>`,
    });
  }
};
