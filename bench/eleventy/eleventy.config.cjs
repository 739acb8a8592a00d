// The same pages as sitegen's, in templates that are plain functions, which Eleventy runs fastest.

const { listPages, terms } = require("./lib/terms.cjs");

module.exports = (config) => {
  config.setQuietMode(true);
  config.addPassthroughCopy("style.css");
  config.addCollection("articles", (api) => api.getFilteredByGlob("posts/**/*.md").reverse());
  config.addCollection("terms", (api) => terms(api.getFilteredByGlob("posts/**/*.md").reverse()));
  config.addCollection("listPages", (api) => listPages(terms(api.getFilteredByGlob("posts/**/*.md").reverse())));
  return {
    dir: { input: ".", includes: "_includes", output: "public" },
    templateFormats: ["md", "11ty.js"],
    markdownTemplateEngine: false, // articles hold no template language
  };
};
