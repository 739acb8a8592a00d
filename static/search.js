// The search page. Without this script, and from a disk, it tells how to browse instead.
(() => {
  "use strict";
  const form = document.querySelector(".search form");
  if (!form || !location.protocol.startsWith("http")) return;

  const PAGE = 10; // results at a time
  const PAUSE = 200; // milliseconds after the last key
  const input = form.elements.namedItem("q");
  const [status, list, more, notice] = ["status", "results", "more", "notice"].map((id) => document.getElementById(`search-${id}`));
  const root = new URL(form.dataset.root || ".", document.baseURI);
  const language = document.documentElement.lang || undefined;
  const counts = new Intl.NumberFormat(language);
  let opened = null; // the engine with all bundles, or its promise
  let current = 0; // the number of the newest question: older answers are dropped
  let hits = [];
  let timer = 0;

  /** Load the engine and the bundles, once. A bundle that fails leaves the others to be searched. */
  function open() {
    opened ??= load().catch((error) => {
      opened = null;
      throw error;
    });
    return opened;
  }

  async function load() {
    const home = new URL(form.dataset.engine, root);
    const { createInstance } = await import(new URL("pagefind.js", home).href);
    const bundles = form.dataset.bundles.split(" ").map((path) => new URL(".", new URL(path, root)).pathname);
    return merge(createInstance, home.pathname, bundles);
  }

  async function merge(createInstance, basePath, bundles) {
    const baseUrl = root.pathname;
    const engine = createInstance({ basePath, baseUrl });
    const merged = await Promise.allSettled(bundles.map((path) => engine.mergeIndex(path, { baseUrl })));
    const sound = bundles.filter((_, index) => merged[index].status === "fulfilled");
    if (sound.length === bundles.length) return engine;
    if (!sound.length) throw merged[0].reason;
    await engine.destroy(); // with a broken bundle in it, it answers nothing at all
    return merge(createInstance, basePath, sound);
  }

  async function ask() {
    clearTimeout(timer);
    const words = input.value.trim();
    const question = ++current;
    remember(words);
    if (!/[\p{L}\p{N}]/u.test(words)) return show(question, [], "");
    status.textContent = "Searching…";
    try {
      const results = await answer(await open(), words);
      await show(question, results, found(results.length, words));
    } catch (error) {
      console.error(error);
      await show(question, [], "The search can’t be reached at the moment. The archive can be browsed below.");
    }
  }

  /** A bundle without a word takes what it begins with ("her" for "heron"): a word that is whole somewhere must be whole. */
  async function answer(engine, words) {
    const whole = words.includes('"') ? [] : words.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
    const asked = [words, ...whole.map((word) => `"${word}"`)].map((text) => engine.search(text));
    const [all, ...exact] = (await Promise.all(asked)).map(({ results }) => results);
    const sets = exact.filter(({ length }) => length).map((results) => new Set(results.map(({ id }) => id)));
    return all.filter(({ id }) => sets.every((ids) => ids.has(id)));
  }

  function found(count, words) {
    if (!count) return `Nothing found for “${words}”.`;
    return `${counts.format(count)} ${count === 1 ? "article" : "articles"} found for “${words}”.`;
  }

  function remember(words) {
    const address = new URL(location.href);
    if (words) address.searchParams.set("q", words);
    else address.searchParams.delete("q");
    history.replaceState(null, "", address);
  }

  /** Show the first of the results below those that stay; the rest are hits for later. */
  async function show(question, results, message, stay = []) {
    const pages = await Promise.all(results.slice(0, PAGE).map((result) => result.data()));
    if (question !== current) return;
    const items = pages.filter((page) => page.raw_url).map(item); // the engine's own blank page has no address
    hits = results.slice(PAGE);
    list.replaceChildren(...stay, ...items);
    status.textContent = message;
    more.hidden = !hits.length;
    if (stay.length) items[0]?.querySelector("a").focus();
  }

  function item(page) {
    const link = element("a", "", page.meta.title || page.url);
    link.href = page.url;
    const title = element("h2", "search-title");
    title.append(link);
    const excerpt = element("p", "search-excerpt");
    excerpt.append(...marked(page.excerpt));
    const entry = element("li", "search-result");
    entry.append(title, facts(page.meta), excerpt);
    return entry;
  }

  function facts({ date, authors, section }) {
    const line = element("p", "search-facts");
    const parts = [section, authors].filter(Boolean).map((text) => document.createTextNode(text));
    if (date) {
      const time = element("time", "", spoken(date));
      time.dateTime = date;
      parts.unshift(time);
    }
    parts.forEach((part, index) => line.append(index ? " · " : "", part));
    return line;
  }

  /** Words for a date, as precise as it is: 2013, 2013-06, 2013-06-17, with or without a time. */
  function spoken(date) {
    const [year, month, day] = date.slice(0, 10).split("-").map(Number);
    const form = { year: "numeric", month: month && "long", day: day && "numeric", timeZone: "UTC" };
    return new Intl.DateTimeFormat("en-GB", form).format(new Date(Date.UTC(year, (month || 1) - 1, day || 1)));
  }

  /** Pagefind's excerpt is text with <mark>: it becomes text and elements, never markup. */
  function marked(excerpt) {
    return excerpt.split(/<\/?mark>/).map((part, index) => {
      const text = part.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
      return index % 2 ? element("mark", "", text) : document.createTextNode(text);
    });
  }

  function element(name, kind, text = "") {
    const made = document.createElement(name);
    if (kind) made.className = kind;
    made.textContent = text;
    return made;
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask();
  });
  input.addEventListener("focus", () => open().catch(() => {}), { once: true }); // told when somebody searches
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  more.addEventListener("click", () => show(current, hits, status.textContent, [...list.children]));

  notice.hidden = true;
  form.hidden = false;
  input.value = new URLSearchParams(location.search).get("q") || "";
  if (input.value) ask();
})();
