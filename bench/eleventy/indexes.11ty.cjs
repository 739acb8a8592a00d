const { page } = require("./_includes/base.cjs");
const { escape } = require("./lib/terms.cjs");

module.exports = class {
  data() {
    return {
      kinds: ["tags", "authors", "sections"],
      pagination: { data: "kinds", size: 1, alias: "kind" },
      permalink: ({ kind }) => `/${kind}/`,
    };
  }

  render({ kind, collections }) {
    const terms = collections.terms.filter((one) => one.kind === kind).sort((one, other) => (one.term < other.term ? -1 : 1));
    const items = terms.map(({ term, url, articles }) => `<li><a href="${url}">${escape(term)}</a> (${articles.length})</li>`);
    return page({ title: kind, url: `/${kind}/`, main: `<h1>${kind}</h1>\n<ul>\n${items.join("\n")}\n</ul>` });
  }
};
