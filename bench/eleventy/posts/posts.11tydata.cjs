const { dayPath } = require("../lib/terms.cjs");

module.exports = {
  layout: "article.11ty.cjs",
  permalink: (data) => `/${dayPath(data.date)}/${data.slug}.html`,
};
