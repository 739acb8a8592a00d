const { page } = require("./_includes/base.cjs");

module.exports = class {
  data() {
    return { permalink: "/404.html" };
  }

  render() {
    return page({ title: "Not found", url: "/404.html", main: "<h1>Not found</h1>\n<p>There is no page at this address.</p>" });
  }
};
