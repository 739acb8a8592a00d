const { feed } = require("./_includes/base.cjs");
const { FEED_SIZE } = require("./lib/terms.cjs");

module.exports = class {
  data() {
    const before = (terms) => terms.filter(({ kind }) => kind === "tags" || kind === "sections");
    return {
      pagination: { data: "collections.terms", size: 1, alias: "one", before },
      permalink: ({ one }) => `${one.url}feed.xml`,
    };
  }

  render({ one }) {
    return feed(one.term, one.url, one.articles.slice(0, FEED_SIZE));
  }
};
