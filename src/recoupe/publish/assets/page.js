/* What the page gains with a script: filters and search, copying, permalinks that open what they point to, and the
   way from a marked passage back to its findings. Without it all text is there and every link works. */
(() => {
  "use strict";
  const words = document.body.dataset;
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const plain = (text) =>
    text.normalize("NFKD").replace(/[\u0300-\u036f\u200b-\u200f\u2060\ufeff\u00ad]/g, "").replace(/[\u2018\u2019]/g, "'").replace(/\s+/g, " ").toLowerCase();

  /* Opening what a link points to, and marking the words that it is about. */
  let marked = [];
  const mark = (elements) => {
    marked.forEach((e) => e.classList.remove("on"));
    marked = elements;
    marked.forEach((e) => e.classList.add("on"));
  };
  const open = (element) => {
    for (let at = element; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    if (element.classList.contains("line")) {
      const inside = element.querySelector("details");
      if (inside) inside.open = true;
    }
    const full = element.classList.contains("full") && element.querySelector("details");
    if (full) full.open = true;
  };
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.closest("[hidden]")) { tools.reset(); apply(); }
    open(target);
    to(target);
  };
  /* Twice: what comes into view above the target may take its full height only then. */
  const to = (target) => {
    target.scrollIntoView({ block: "start" });
    requestAnimationFrame(() => requestAnimationFrame(() => target.scrollIntoView({ block: "start" })));
  };
  const words_of = (article, line) => all(`#${article} mark[data-r~="${line}"]`);

  addEventListener("hashchange", reveal);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (!link) return;
    const target = document.getElementById(link.getAttribute("href").slice(1));
    if (!target) return;
    if (target.closest("[hidden]")) { tools.reset(); apply(); }
    open(target);
    const name = link.dataset.f || link.closest(".line")?.id;
    if (link.matches(".jump, .card > a, .brief a") && name) {
      const article = link.getAttribute("href").slice(1).split("-")[0];
      mark(words_of(article, name));
    } else if (link.matches(".par .refs a")) {
      const article = link.closest(".full").id;
      mark(all(`li[data-a="${article}"]`, target));
    }
    if (link.hash === location.hash) to(target);
    const focusable = target.querySelector("summary") || target;
    if (link.matches(".par .refs a") || link.closest(".pop")) requestAnimationFrame(() => focusable.focus({ preventScroll: true }));
  });
  const hint = (event) => {
    const ref = event.target.closest?.(".par .refs a");
    if (ref) mark(words_of(ref.closest(".full").id, ref.hash.slice(1)));
  };
  document.addEventListener("mouseover", hint);
  document.addEventListener("focusin", hint);

  /* A marked passage names the findings that use it. */
  let pop = null;
  const close = () => { pop?.remove(); pop = null; };
  const show = (at) => {
    close();
    const names = new Set();
    for (let e = at; e; e = e.parentElement?.closest("mark[data-r]")) e.dataset.r.split(" ").forEach((n) => names.add(n));
    pop = document.createElement("div");
    pop.className = "pop";
    pop.setAttribute("role", "dialog");
    pop.setAttribute("aria-label", words.uses);
    const list = document.createElement("ul");
    for (const name of names) {
      const line = document.getElementById(name);
      if (!line) continue;
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = `#${name}`;
      const ref = at.closest(".par")?.querySelector(`.refs a[href="#${name}"]`);
      link.textContent = ref ? ref.textContent : name;
      link.className = "ref-pop";
      item.append(link);
      list.append(item);
    }
    const shut = document.createElement("button");
    shut.type = "button";
    shut.textContent = words.close;
    shut.addEventListener("click", close);
    pop.append(words.uses, list, shut);
    document.body.append(pop);
    const box = at.getClientRects()[0];
    pop.style.top = `${box.bottom + scrollY + 6}px`;
    pop.style.left = `${Math.max(8, Math.min(box.left, innerWidth - pop.offsetWidth - 16)) + scrollX}px`;
    pop.querySelector("a")?.focus({ preventScroll: true });
  };
  document.addEventListener("click", (event) => {
    const at = event.target.closest(".par mark[data-r]");
    if (at && getSelection().isCollapsed) show(at);
    else if (pop && !event.target.closest(".pop button")) close();
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });

  /* Copying a citation: words, outlet, date, link. */
  const without_cuts = (quote) => {
    const kept = quote.cloneNode(true);
    all("del", kept).forEach((cut) => cut.remove());
    return kept.textContent.replace(/\s+/g, " ");
  };
  const citation = (card) => {
    const link = card.querySelector(":scope > a, span > a");
    const quoted = (card.querySelector("blockquote mark") ?? card.querySelector("span > a"))?.textContent ??
      without_cuts(card.querySelector("blockquote"));
    const from = document.getElementById(card.dataset.a).dataset;
    const [left, right] = document.documentElement.lang === "fr" ? ["«\u202f", "\u202f»"] : ["“", "”"];
    const original = document.querySelector(`#${card.dataset.a} .meta a[rel]`)?.href;
    const place = location.href.split("#")[0] + link.getAttribute("href");
    return `${left}${quoted.trim()}${right} — ${from.name}, ${from.date}. ${original ?? place}`;
  };
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const box = document.createElement("textarea");
      box.value = text;
      document.body.append(box);
      box.select();
      const done = document.execCommand("copy");
      box.remove();
      return done;
    }
  };
  const buttons = (root) => {
    for (const card of all("li[data-a]", root)) {
      if (card.querySelector("button")) continue;
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = words.copy;
      button.addEventListener("click", async () => {
        button.textContent = (await copy(citation(card))) ? words.copied : words.failed;
        setTimeout(() => { button.textContent = words.copy; }, 2500);
      });
      card.append(" ", button);
    }
  };
  /* Buttons come with the opening of their line: a large dossier has thousands of passages. */
  document.addEventListener("toggle", (event) => { if (event.target.open) buttons(event.target); }, true);

  /* Filters and search. */
  const tools = document.getElementById("tools");
  const field = document.getElementById("search");
  const found = document.getElementById("found");
  const lines = all(".line");
  const articles = all(".full").map((full) => [full, all(".par", full)]);
  const texts = new Map();
  const text_of = (line) => {
    if (!texts.has(line)) texts.set(line, plain(line.textContent));
    return texts.get(line);
  };
  const apply = () => {
    const wanted = plain(field.value).trim().split(" ").filter(Boolean);
    const chosen = all("select", tools).filter((s) => s.value).map((s) => [s.dataset.by, s.value]);
    const idle = !wanted.length && !chosen.length;
    let shown = 0;
    for (const line of lines) {
      const fits = chosen.every(([by, value]) => (line.dataset[by] ?? "").split(" ").includes(value)) &&
        (!wanted.length || wanted.every((word) => text_of(line).includes(word)));
      line.hidden = !fits;
      shown += fits;
    }
    const outlet = chosen.find(([by]) => by === "o")?.[1];
    const told = [];
    for (const [full, paragraphs] of articles) {
      let inside = 0;
      for (const paragraph of paragraphs) {
        paragraph.hidden = wanted.length > 0 && !wanted.every((word) => text_of(paragraph).includes(word));
        inside += !paragraph.hidden;
      }
      full.hidden = (outlet !== undefined && full.dataset.o !== outlet) || (wanted.length > 0 && !inside);
      if (!full.hidden) told.push(full);
    }
    if (wanted.length && told.length <= 12) told.forEach((full) => { full.querySelector("details").open = true; });
    for (const rest of all("details.rest")) {
      const inside = all(".line", rest);
      if (idle && rest.dataset.found) rest.open = false;
      else if (!idle && !rest.open && inside.some((line) => !line.hidden)) rest.dataset.found = rest.open = true;
      if (idle) delete rest.dataset.found;
    }
    for (const section of all("main > section")) {
      const inside = all(".line", section);
      section.querySelector(":scope > .none")?.remove();
      if (!inside.length || inside.some((line) => !line.hidden)) continue;
      const none = document.createElement("p");
      none.className = "empty none";
      none.textContent = words.filtered;
      section.querySelector(".head").after(none);
    }
    found.textContent = idle ? "" : words.found.replace("{shown}", shown).replace("{total}", lines.length);
  };
  let timer = 0;
  field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(apply, 120); });
  tools.addEventListener("change", apply);
  tools.addEventListener("submit", (event) => { event.preventDefault(); apply(); });
  tools.addEventListener("reset", () => setTimeout(apply));
  const opener = document.getElementById("open-all");
  const open_label = opener.textContent;
  let opened = false;
  opener.addEventListener("click", () => {
    opened = !opened;
    for (const line of lines) if (!line.hidden) all("details", line).forEach((d) => { d.open = opened; });
    opener.textContent = opened ? opener.dataset.close : open_label;
  });
  tools.hidden = false;

  /* Where the reader is, in the navigation. */
  const links = new Map(all(".nav a").map((a) => [a.hash.slice(1), a]));
  const watch = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (!entry.isIntersecting) continue;
      links.forEach((a) => a.removeAttribute("aria-current"));
      links.get(entry.target.id)?.setAttribute("aria-current", "true");
    }
  }, { rootMargin: "-15% 0px -80% 0px" });
  all("main > section[id]").forEach((section) => watch.observe(section));

  /* Printed, everything is open. */
  addEventListener("beforeprint", () => all("details:not([open])").forEach((d) => { d.dataset.shut = "1"; d.open = true; }));
  addEventListener("afterprint", () => all("details[data-shut]").forEach((d) => { d.open = false; delete d.dataset.shut; }));

  all("details[open]").forEach(buttons);
  if (location.hash) reveal();
})();
