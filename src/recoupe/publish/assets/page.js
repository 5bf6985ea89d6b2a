/* What the page gains with a script: filters and search, copying, permalinks that open what they point to, and the
   way from a marked passage back to its findings. Without it all text is there and every link works. */
(() => {
  "use strict";
  const words = document.body.dataset;
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  /* Letters as a reader types them: no accents, one kind of apostrophe, no quotation marks, one space. */
  const plain = (text) =>
    text.normalize("NFKD").replace(/[\u0300-\u036f\u200b-\u200f\u2060\ufeff\u00ad]/g, "").toLowerCase()
      .replace(/[\u2018\u2019\u201b\u02bc\u0060\u00b4\u2032]/g, "'").replace(/\u0153/g, "oe").replace(/\u00e6/g, "ae")
      .replace(/[\u2010-\u2015\u2212]/g, "-").replace(/["\u201c-\u201f\u00ab\u00bb\u2039\u203a]/g, " ").replace(/\s+/g, " ");
  const PLACE = /^#(a\d+)-\d+$/;
  const article_of = (link) => PLACE.exec(link?.getAttribute("href") ?? "")?.[1];

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
  const show_filtered = (element) => { if (element.closest("[hidden]")) { tools.reset(); apply(); } };
  const reveal = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (!target) return;
    show_filtered(target);
    open(target);
    to(target);
  };
  /* Twice: what comes into view above the target may take its full height only then. */
  const to = (target) => {
    target.scrollIntoView({ block: "start" });
    requestAnimationFrame(() => requestAnimationFrame(() => target.scrollIntoView({ block: "start" })));
  };
  const words_of = (article, line) => all(`#${article} mark[data-r~="${line}"]`);

  /* Back leads to the link that was followed, where it stood in the window, also if the line had another address. */
  const left = new Map();
  let returned = false;
  const leave = (link) => {
    const key = `${Date.now()}.${left.size}`;
    left.set(key, { link, top: link.getBoundingClientRect().top });
    history.replaceState({ key }, "");
  };
  addEventListener("popstate", (event) => {
    const from = left.get(event.state?.key);
    returned = Boolean(from);
    if (!from) return;
    const { link, top } = from;
    show_filtered(link);
    for (let at = link.parentElement; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    const back = () => {
      link.focus({ preventScroll: true });
      scrollBy(0, link.getBoundingClientRect().top - top);
    };
    requestAnimationFrame(() => { back(); requestAnimationFrame(back); });
  });
  addEventListener("hashchange", () => { if (!returned) reveal(); returned = false; });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const hash = link.getAttribute("href");
    const target = document.getElementById(hash.slice(1));
    if (!target) return;
    if (hash !== location.hash) leave(link);
    show_filtered(target);
    open(target);
    const name = link.closest("tr")?.querySelector("th a")?.hash.slice(1) ?? link.closest(".line")?.id;
    const article = article_of(link);
    if (article && name) mark(words_of(article, link.closest(".line")?.id ?? name));
    else if (link.matches(".par .refs a")) {
      const from = link.closest(".full").id;
      const shown = all(".card, .brief li", target).filter((item) => article_of(item.querySelector("a")) === from);
      if (shown.length) open(shown[0]);
      mark(shown);
    }
    if (hash === location.hash) to(target);
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
      const ref = at.closest(".full").querySelector(`:is(.refs, .meta) a[href="#${name}"]`);
      link.textContent = ref ? ref.textContent : name;
      const told = line.querySelector(".claim, .word, .pairing, h3, h4")?.textContent.trim();
      item.append(link);
      if (told) item.append(" ", told.length > 90 ? `${told.slice(0, 90).replace(/\s+\S*$/, "")}\u2026` : told);
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

  /* Evidence: the words around a passage come from the one full text, when its line is opened. */
  const squeeze = (text) => text.replace(/\s+/g, " ");
  const bare = (text) => text.replace(/\s+/g, "");
  const between = (range) => {
    const found = range.cloneContents();
    all("s", found).forEach((furniture) => furniture.remove());
    return squeeze(found.textContent);
  };
  const without_cuts = (element) => {
    const kept = element.cloneNode(true);
    all("del", kept).forEach((cut) => cut.remove());
    return squeeze(kept.textContent).trim();
  };
  /* Where `length` characters other than spaces end in `text`. */
  const reach = (text, length) => {
    let at = 0;
    for (let seen = 0; seen < length && at < text.length; at += 1) if (text[at] !== " ") seen += 1;
    return at;
  };
  const around = (link, most) => {
    const start = document.getElementById(link.getAttribute("href").slice(1));
    const first = start?.closest(".par > p");
    if (!first) return ["", ""];
    const range = document.createRange();
    range.selectNodeContents(first);
    range.setEndBefore(start);
    let before = between(range);
    range.selectNodeContents(first);
    range.setStartBefore(start);
    let text = between(range);
    let at = 0;
    let paragraph = first.parentNode;
    /* A passage told by its first words says how long it is; of others the words are sought. */
    const length = Number(link.dataset.n);
    while (bare(text).length < length && (paragraph = paragraph.nextElementSibling)) text += ` ${squeeze(paragraph.firstElementChild.textContent)}`;
    if (length) {
      at = length;
      link.textContent = text.slice(0, reach(text, at));
      delete link.dataset.n;
    } else for (const part of without_cuts(link).split("[\u2026]").map(bare).filter(Boolean)) {
      let found = bare(text).indexOf(part, at);
      while (found < 0 && (paragraph = paragraph.nextElementSibling)) {
        text += ` ${squeeze(paragraph.firstElementChild.textContent)}`;
        found = bare(text).indexOf(part, at);
      }
      if (found < 0) { at = -1; break; }
      at = found + part.length;
    }
    let after = at < 0 ? "" : text.slice(reach(text, at));
    if (before.length > most) before = `\u2026 ${before.slice(-most).replace(/^\S*\s/, "")}`;
    if (after.length > most) after = `${after.slice(0, most).replace(/\s\S*$/, "")} \u2026`;
    return [before, after];
  };

  /* Copying a citation: words, outlet, date, link. */
  const citation = (item, link) => {
    const article = document.getElementById(article_of(link));
    const [from, to_] = document.documentElement.lang === "fr" ? ["\u00ab\u202f", "\u202f\u00bb"] : ["\u201c", "\u201d"];
    const original = article.querySelector(".meta a[rel]")?.href;
    const place = location.href.split("#")[0] + link.getAttribute("href");
    const quoted = without_cuts(item.querySelector("blockquote mark") ?? link);
    return `${from}${quoted}${to_} \u2014 ${article.dataset.name}, ${article.dataset.date}. ${original ?? place}`;
  };
  const copy = async (text, near) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const box = document.createElement("textarea");
      box.value = text;
      box.readOnly = true;
      box.rows = 4;
      box.setAttribute("aria-label", words.copy);
      near.append(box);
      box.focus();
      box.select();
      let done = false;
      try { done = document.execCommand("copy"); } catch { /* refused too: the text stays, selected */ }
      if (done) box.remove();
      else box.addEventListener("blur", () => box.remove());
      return done;
    }
  };
  const copier = (item, link) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "icon";
    button.textContent = words.copy;
    button.addEventListener("click", async () => {
      item.querySelector("textarea")?.remove();
      const done = await copy(citation(item, link), item);
      button.textContent = done ? words.copied : words.failed;
      button.classList.toggle("told", done);
      if (done) button.focus({ preventScroll: true });
      setTimeout(() => { button.textContent = words.copy; button.classList.remove("told"); }, 4000);
    });
    return button;
  };
  const show_card = (card) => {
    const link = card.querySelector("blockquote > a");
    if (!link || !article_of(link)) return;
    const [before, after] = around(link, 160);
    const marked_words = document.createElement("mark");
    marked_words.className = link.className;
    marked_words.append(...link.childNodes);
    link.replaceWith(before, marked_words, after);
    link.className = "place";
    link.textContent = words.place;
    card.append(link, " ", copier(card, link));
  };
  const show_entry = (item) => {
    const link = item.querySelector("a");
    if (!link || !article_of(link) || item.querySelector("button")) return;
    const [before, after] = around(link, 60);
    const alone = item.parentNode.matches(".quotes");
    if (!alone) link.before(before);
    link.after(alone ? "" : after, " ", copier(item, link));
  };
  /* Passages of one article that are told by place and length alone. */
  const list_passages = (rest) => {
    const article = rest.querySelector("a").getAttribute("href");
    const list = document.createElement("ul");
    list.className = "quotes";
    for (const told of rest.dataset.u.split(" ").map((numbers) => numbers.split(":"))) list.append(entry(article, ...told));
    rest.querySelector("p").replaceWith(list);
    delete rest.dataset.u;
  };
  const entry = (article, place, length, code) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = `${article}-${place}`;
    link.dataset.n = length;
    if (code) item.append(code.cloneNode(true), " ");
    item.className = code?.className ?? "";
    item.append(link);
    return item;
  };
  const list_copies = (rest) => {
    const sides = all("a", rest);
    const list = rest.previousElementSibling;
    for (const told of rest.dataset.p.split(" ").map((numbers) => numbers.split(":"))) {
      sides.forEach((side, n) => list.append(entry(side.getAttribute("href"), told[2 * n], told[2 * n + 1], side.firstElementChild)));
    }
    rest.remove();
  };
  /* With the opening of a line, not before: a large dossier has thousands of passages. */
  const fill = (root) => {
    const line = root.closest(".line");
    if (line) text_of(line);
    if (root.dataset.u) list_passages(root);
    all("[data-p]", root).forEach(list_copies);
    all(".card", root).forEach(show_card);
    all(".brief > li, .quotes > li", root).forEach(show_entry);
  };
  /* Of lines opened by the hundred, those that come near the window. */
  const later = new WeakSet();
  const nearing = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (!entry.isIntersecting) continue;
      nearing.unobserve(entry.target);
      fill(entry.target);
    }
  }, { rootMargin: "50% 0px" });
  document.addEventListener("toggle", (event) => {
    if (!event.target.open) return;
    if (later.delete(event.target)) nearing.observe(event.target);
    else fill(event.target);
  }, true);

  /* Filters and search. */
  const tools = document.getElementById("tools");
  const field = document.getElementById("search");
  const found = document.getElementById("found");
  const by_kind = document.getElementById("by-kind");
  const by_outlet = document.getElementById("by-outlet");
  const lines = all(".line");
  const articles = all(".full").map((full) => [full, all(".par", full)]);
  /* The kind of a line is told by the first letter of its address. */
  const LETTERS = { fact: "f", discrepancy: "d", evolution: "e", statement: "sq", moment: "t", origin: "o", reuse: "r", unique: "u", term: "w" };
  const texts = new Map();
  const text_of = (line) => {
    if (!texts.has(line)) texts.set(line, plain(line.textContent));
    return texts.get(line);
  };
  /* Words in any order; between quotation marks, as they stand. */
  const asked = (typed) => {
    const phrases = [];
    const loose = typed.replace(/(?:"([^"]+)"|[\u00ab\u201c]([^\u00bb\u201d]+)[\u00bb\u201d])/g, (_, straight, curved) => {
      phrases.push(plain(straight ?? curved).trim());
      return " ";
    });
    return [...phrases, ...plain(loose).trim().split(" ")].filter(Boolean);
  };
  const apply = () => {
    const wanted = asked(field.value);
    const kind = LETTERS[by_kind.value] ?? "";
    const chosen = all("select", tools).filter((s) => s !== by_kind && s.value).map((s) => s.value);
    const idle = !wanted.length && !chosen.length && !kind;
    let shown = 0;
    for (const line of lines) {
      const fits = (!kind || kind.includes(line.id[0])) &&
        (!chosen.length || chosen.every((value) => line.dataset.f.split(" ").includes(value))) &&
        (!wanted.length || wanted.every((word) => text_of(line).includes(word)));
      if (line.hidden === fits) line.hidden = !fits;
      shown += fits;
    }
    const outlet = by_outlet.value;
    const told = [];
    for (const [full, paragraphs] of articles) {
      let inside = 0;
      for (const paragraph of paragraphs) {
        const fits = wanted.every((word) => text_of(paragraph).includes(word));
        if (paragraph.hidden === fits) paragraph.hidden = !fits;
        inside += fits;
      }
      full.hidden = (outlet && full.dataset.f !== outlet) || (wanted.length > 0 && !inside);
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
    const counted = words.found.replace("{shown}", shown).replace("{total}", lines.length);
    const inside = wanted.length && told.length ? ` \u00b7 ${words.full.replace("{n}", told.length)}` : "";
    found.textContent = idle ? "" : !shown && !told.length ? `${counted} \u00b7 ${words.nothing}` : counted + inside;
  };
  /* Texts are made ready for search while nothing else is to do. */
  const waiting = [...lines, ...articles.flatMap(([, paragraphs]) => paragraphs)];
  const prepare = (deadline) => {
    while (waiting.length && deadline.timeRemaining() > 2) text_of(waiting.pop());
    if (waiting.length) requestIdleCallback(prepare);
  };
  if ("requestIdleCallback" in window) requestIdleCallback(prepare);
  let timer = 0;
  field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(apply, 40); });
  tools.addEventListener("change", apply);
  tools.addEventListener("submit", (event) => { event.preventDefault(); apply(); });
  tools.addEventListener("reset", () => setTimeout(apply));
  const opener = document.getElementById("open-all");
  const open_label = opener.textContent;
  let opened = false;
  /* Hundreds of lines are opened little by little: the page stays at hand meanwhile. */
  let turn = 0;
  const turn_all = (waiting_lines, mine) => {
    if (mine !== turn) return;
    const until = performance.now() + 40;
    while (waiting_lines.length && performance.now() < until) {
      for (const line of waiting_lines.splice(0, 10)) all("details", line).forEach((d) => {
        if (opened && !d.open) later.add(d);
        d.open = opened;
      });
    }
    if (waiting_lines.length) setTimeout(turn_all, 30, waiting_lines, mine);
  };
  opener.addEventListener("click", () => {
    opened = !opened;
    turn += 1;
    turn_all(lines.filter((line) => !line.hidden), turn);
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
  addEventListener("beforeprint", () => all("details:not([open])").forEach((d) => { d.dataset.shut = "1"; later.add(d); d.open = true; }));
  addEventListener("afterprint", () => all("details[data-shut]").forEach((d) => { d.open = false; delete d.dataset.shut; }));

  /* Names of outlets, for those who point at a code. */
  const names = new Map(all(".outlets li").map((item) => [item.querySelector("abbr").textContent, item.querySelector("a").textContent]));
  const silent = document.querySelector(".grid-key .silent")?.textContent.trim();
  all("td.silent").forEach((cell) => cell.setAttribute("aria-label", silent));
  all("abbr").forEach((code) => { code.title = names.get(code.textContent) ?? ""; });

  all("details[open]").forEach(fill);
  if (!document.body.matches(".many")) all("#coverage .line").forEach((line) => { text_of(line); all(".quotes > li", line).forEach(show_entry); });
  if (location.hash) reveal();
})();
