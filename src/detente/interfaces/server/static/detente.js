// Keys, the cursor and the drawer. Every page works without this file.
(() => {
  "use strict";
  const $ = (what, where = document) => where.querySelector(what);
  const all = (what, where = document) => [...where.querySelectorAll(what)];
  const say = (words) => {
    const line = $("#said");
    line.textContent = words;
    setTimeout(() => { line.textContent = ""; }, 2500);
  };

  // Lines: j and k move, o opens, e shows the evidence.
  let at = -1;
  const lines = () => all("[data-line]").filter((line) => line.getClientRects().length);
  const move = (by) => {
    const found = lines();
    if (!found.length) return;
    found.forEach((line) => line.classList.remove("at"));
    at = Math.max(0, Math.min(found.length - 1, at + by));
    const line = found[at];
    line.classList.add("at");
    line.scrollIntoView({ block: "nearest" });
    const link = $("a, button", line);
    if (link) link.focus({ preventScroll: true });
  };
  const here = () => lines()[at] || null;
  const press = (target) => { if (target) target.click(); return Boolean(target); };
  const open = () => {
    const line = here();
    if (line) {
      if (line.dataset.openHref) { location.href = line.dataset.openHref; return true; }
      return press($("a[data-open], a:not(.ref):not(.who), a", line));
    }
    return press($('[data-verb="o"]'));
  };
  const evidence = () => press((here() && $(".ref, .evidence", here())) || $(".drawer .evidence") || $('[data-verb="e"]'));

  const copy = async (words) => {
    try {
      await navigator.clipboard.writeText(words);
    } catch {
      const field = document.createElement("textarea");
      field.value = words;
      document.body.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
    }
    say(document.documentElement.lang === "de" ? "Kopiert" : "Copied");
  };

  // The drawer: what a mark or line opens comes beside the page; its address is kept.
  const drawer = $("#drawer");
  const load = async (href, push) => {
    const wanted = new URL(href, location.href);
    const id = wanted.searchParams.get("open");
    wanted.hash = "";
    const part = new URL(wanted);
    part.pathname = `${part.pathname}/drawer`;
    if (!id) { if (push) history.pushState({}, "", wanted); drawer.innerHTML = ""; mark(null); return; }
    await htmx.ajax("GET", part.pathname + part.search, { target: "#drawer", swap: "innerHTML", push: "false" });
    if (push) history.pushState({ open: id }, "", wanted);
    mark(id);
    $(".panes").classList.add("opened");
    if (getComputedStyle(drawer).position !== "sticky") drawer.scrollIntoView();
    drawer.focus({ preventScroll: true });
  };
  const mark = (id) => {
    all(".chart a").forEach((link) => link.classList.toggle("here", link.dataset.open === id));
    const chart = $(".chart");
    const shape = id && $(`.chart a[data-open="${CSS.escape(id)}"] :is(circle, rect, .outlook-hit)`);
    let line = chart && $(".cursor", chart);
    if (!chart) return;
    if (!shape) { if (line) line.remove(); return; }
    if (!line) {
      line = $(".hover", chart).cloneNode();
      line.setAttribute("class", "cursor");
      chart.append(line);
    }
    const box = shape.getBBox();
    const x = box.x + (shape.matches(".outlook-hit") ? 0 : box.width / 2);
    line.setAttribute("x1", x);
    line.setAttribute("x2", x);
  };
  if (drawer) {
    document.addEventListener("click", (event) => {
      const link = event.target.closest("a[data-open], a[data-close]");
      if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
      event.preventDefault();
      load(link.href instanceof Object ? link.getAttribute("href") : link.href, true);
    });
    window.addEventListener("popstate", () => load(location.href, false));
  }

  // A thin line follows the pointer through course and lanes.
  const chart = $(".chart");
  if (chart) {
    const hover = $(".hover", chart);
    chart.addEventListener("pointermove", (event) => {
      const box = chart.getBoundingClientRect();
      const x = ((event.clientX - box.left) * 900) / box.width;
      const shown = x > 70 && x < 890 ? x : -9;
      hover.setAttribute("x1", shown);
      hover.setAttribute("x2", shown);
    });
    chart.addEventListener("pointerleave", () => { hover.setAttribute("x1", -9); hover.setAttribute("x2", -9); });
  }

  // Marks in an article are switched by kind.
  document.addEventListener("change", (event) => {
    const box = event.target.closest("[data-mark]");
    if (!box) return;
    all(`.text .m-${box.dataset.mark}, .margin .card-${box.dataset.mark}`).forEach((one) => one.classList.toggle("off-kind", !box.checked));
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy]");
    if (button) copy(button.dataset.copy);
    if (event.target.closest("#help-link")) { event.preventDefault(); $("#keys").showModal(); }
  });

  let going = false;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key === "Escape") {
      if (typing) typing.blur();
      else if ($("#keys").open) return;
      else if ($("details[open].as-of")) $("details[open].as-of").open = false;
      else if (!press($("[data-close]"))) press($('[data-verb="back"]'));
      return;
    }
    if (typing) return;
    if (going) {
      going = false;
      if (press($(`[data-go="${CSS.escape(event.key)}"]`))) event.preventDefault();
      return;
    }
    const verb = { y: "y", n: "n", h: "h", u: "u", c: "c", s: "s", x: "x" }[event.key];
    const done = {
      "/": () => { $("#find").focus(); return true; },
      "?": () => { $("#keys").showModal(); return true; },
      g: () => { going = true; setTimeout(() => { going = false; }, 1500); return true; },
      j: () => { move(1); return true; },
      k: () => { move(-1); return true; },
      o: open,
      e: evidence,
    }[event.key];
    const handled = done ? done() : verb ? press((here() && $(`[data-verb="${verb}"]`, here())) || $(`[data-verb="${verb}"]`)) : false;
    if (handled) event.preventDefault();
  });
})();
