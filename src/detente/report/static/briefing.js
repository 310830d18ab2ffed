(() => {
  const doc = document, root = doc.documentElement, pane = doc.getElementById("source");
  const info = doc.getElementById("info"), acts = doc.getElementById("acts");
  const close = doc.getElementById("close"), copy = doc.getElementById("copy");
  const data = JSON.parse(doc.getElementById("ledger").textContent);
  const texts = [...pane.querySelectorAll("article")];
  const pieces = texts.map(t => [...t.querySelectorAll(".g")].map(el => ({ el, s: +el.dataset.s, e: +el.dataset.e })));
  const links = [...doc.querySelectorAll("a.w")];
  const wide = matchMedia("(min-width: 70rem)"), calm = matchMedia("(prefers-reduced-motion: reduce)");
  const told = [
    ...data.items.map(([d, s, e, k, what, more]) => ({ d, s, e, k, what, more, rank: 0 })),
    ...data.parts.map(([d, s, e, k, what]) => ({ d, s, e, k, what, rank: 1 })),
    ...data.mentions.map(([d, s, e, a]) => ({ d, s, e, k: "named", what: data.actors[a], rank: 2 })),
  ];
  let from = null, quote = "";
  root.classList.add("js");

  const node = (tag, text, cls) => { const n = doc.createElement(tag); if (text) n.textContent = text; if (cls) n.className = cls; return n; };
  const isolated = text => node("bdi", text);
  const place = n => n.closest("section, .brief");
  const ends = a => [+(a.dataset.d || 0), +a.dataset.s, +a.dataset.e];
  const uses = (d, s, e) => links.filter(a => { const [x, y, z] = ends(a); return x === d && y === s && z === e; });

  function where(d, s, e) {
    const first = pieces[d].find(x => x.e > s), block = first && first.el.closest("[data-n]");
    const label = data.docs.length > 1 ? data.docs[d][0].split(",")[0] + " " : "";
    return label + (block ? "¶" + block.dataset.n + ", " : "") + "characters " + s + "–" + e;
  }

  function describe(list, d, s, e) {
    info.replaceChildren();
    const ul = node("ul", "", "items");
    for (const it of list.slice(0, wide.matches ? 6 : 2)) {
      const li = node("li");
      li.append(node("b", it.k), " ", isolated(it.what), it.more ? " · " : "", isolated(it.more || ""));
      ul.append(li);
    }
    const used = new Map(uses(d, s, e).filter(place).map(a => [place(a), a]));
    if (used.size) {
      const li = node("li", "Used in: ");
      for (const part of used.keys()) { const b = node("a", part.dataset.name); b.href = "#" + part.id; li.append(b, " "); }
      ul.append(li);
    }
    info.append(node("p", where(d, s, e)), ul);
  }

  function show(d, s, e, link, still) {
    pane.querySelectorAll(".on").forEach(x => x.classList.remove("on"));
    pane.querySelectorAll(".here").forEach(x => x.classList.remove("here"));
    links.forEach(a => a.removeAttribute("aria-current"));
    const hit = pieces[d].filter(x => x.s < e && x.e > s);
    if (!hit.length) return;
    hit.forEach(x => { x.el.classList.add("on"); x.el.closest(".p").classList.add("here"); });
    uses(d, s, e).forEach(a => a.setAttribute("aria-current", "true"));
    const words = hit.map(x => x.el.textContent).join("").replace(/\s+/g, " ").trim();
    quote = (/^[“"«„]/.test(words) ? words : "“" + words + "”") + " (" + data.docs[d][0] + ", " + where(d, s, e).replace(/^[A-Z]+ /, "") + ", sha256 " + data.docs[d][1] + ")";
    const exact = told.filter(i => i.d === d && i.s === s && i.e === e);
    const near = told.filter(i => i.d === d && (i.s !== s || i.e !== e) && i.s < e && i.e > s);
    near.sort((x, y) => x.rank - y.rank || x.s - y.s);
    describe(exact.concat(near), d, s, e);
    acts.hidden = false;
    if (!wide.matches) { pane.classList.add("open"); if (link) from = link; }
    const at = hit[0].el.getBoundingClientRect(), box = pane.getBoundingClientRect(), top = doc.querySelector(".card").offsetHeight;
    const by = at.top - box.top - top - Math.min(90, (box.height - top) / 4);
    pane.scrollBy({ top: by, behavior: still || calm.matches ? "instant" : "smooth" });
    if (!wide.matches && link) {
      // The sheet covers the lower part of the page; what was selected must stay in sight above it.
      const below = link.getBoundingClientRect().bottom + 12 - box.top;
      if (below > 0) scrollBy({ top: below, behavior: "instant" });
      doc.getElementById("head").focus({ preventScroll: true });
    }
  }

  function shut() { pane.classList.remove("open"); if (from) { from.focus(); from = null; } }

  doc.addEventListener("click", ev => {
    const a = ev.target.closest("a.w");
    if (a) { ev.preventDefault(); history.replaceState(null, "", a.getAttribute("href")); show(...ends(a), a, false); return; }
    const g = ev.target.closest(".g");
    if (!g || String(getSelection())) return;
    const d = +g.closest("article").dataset.d, s = +g.dataset.s;
    const over = told.filter(i => i.d === d && i.s <= s && i.e > s).sort((x, y) => x.rank - y.rank || (x.e - x.s) - (y.e - y.s))[0];
    if (over) show(d, over.s, over.e, null, true);
  });
  close.addEventListener("click", shut);
  doc.addEventListener("keydown", ev => { if (ev.key === "Escape" && pane.classList.contains("open")) shut(); });
  copy.addEventListener("click", async () => {
    try { await navigator.clipboard.writeText(quote); }
    catch { const t = node("textarea", quote); pane.append(t); t.select(); doc.execCommand("copy"); t.remove(); }
    copy.textContent = "Copied"; setTimeout(() => { copy.textContent = "Copy with locator"; }, 1500);
  });
  let opened = [];
  addEventListener("beforeprint", () => { opened = [...doc.querySelectorAll("details:not([open]):not(.screen)")]; opened.forEach(d => { d.open = true; }); });
  addEventListener("afterprint", () => opened.forEach(d => { d.open = false; }));
  addEventListener("load", () => requestAnimationFrame(() => {
    if (!wide.matches || location.hash.length < 2) return;
    const link = links.find(a => a.getAttribute("href") === location.hash);
    if (link) show(...ends(link), null, true);
  }));
})();
