const { feed } = require("./_includes/base.cjs");
const { FEED_SIZE } = require("./lib/terms.cjs");

module.exports = class {
  data() {
    return { permalink: "/feed.xml" };
  }

  render({ collections }) {
    return feed("The Bench Gazette", "/", collections.articles.slice(0, FEED_SIZE));
  }
};
