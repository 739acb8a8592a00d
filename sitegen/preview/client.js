// Reloads the page when a build has changed the site, and shows what a build stumbled over. The preview alone adds it to pages.
(() => {
  const version = document.currentScript.dataset.version;
  let events = null;
  let box = null;

  function show(problems) {
    box?.remove();
    box = null;
    if (!problems.length) return;
    box = document.createElement("div");
    box.setAttribute("role", "alert");
    box.textContent = problems.join("\n\n");
    Object.assign(box.style, {
      position: "fixed", insetInline: "0", bottom: "0", zIndex: "2147483647", maxHeight: "50vh", overflow: "auto",
      padding: "1em 1.5em", borderTop: "4px solid #c33", background: "#fff4f2", color: "#300", colorScheme: "light",
      font: "14px/1.5 ui-monospace, monospace", whiteSpace: "pre-wrap", overflowWrap: "anywhere",
    });
    document.body.append(box);
  }

  function follow() {
    if (document.hidden) {
      events?.close(); // browsers keep six connections to a server: hidden tabs must not hold them
      events = null;
    } else if (!events) {
      events = new EventSource("/_sitegen/events");
      events.onmessage = (event) => {
        const edition = JSON.parse(event.data);
        if (edition.version === version) show(edition.problems);
        else location.reload();
      };
    }
  }

  document.addEventListener("visibilitychange", follow);
  addEventListener("pageshow", (event) => event.persisted && location.reload());
  follow();
})();
