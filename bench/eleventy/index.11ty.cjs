const { page, teaser } = require("./_includes/base.cjs");

module.exports = class {
  data() {
    return { permalink: "/" };
  }

  render({ collections }) {
    const years = collections.terms.filter(({ kind }) => kind === "years");
    return page({
      url: "/",
      main: `<h1>The Bench Gazette</h1>
<ol>
${collections.articles.slice(0, 20).map(teaser).join("\n")}
</ol>
<ul>${years.map(({ term, url }) => `<li><a href="${url}">${term}</a></li>`).join("")}</ul>`,
    });
  }
};
