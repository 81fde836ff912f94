// A large claim to zoom in: drawn by cytoscape, laid out by dagre, in the colours of the page.
"use strict";

const map = document.getElementById("map");
const told = document.getElementById("map-told");
const ACROSS = 182;
const DOWN = 68;
const BETWEEN = 90;
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

// Articles that nothing depends on and that stand to the same things in the same way are one node.
function folded(data) {
  const needed = new Set(data.links.map((link) => link.from));
  const ties = new Map();
  for (const link of data.links) {
    if (!ties.has(link.to)) ties.set(link.to, []);
    ties.get(link.to).push(`${link.from} ${link.kind}`);
  }
  const groups = new Map();
  for (const node of data.nodes) {
    const alike = node.type === "article" && !needed.has(node.id)
      ? JSON.stringify([["denies", "corrects"].includes(node.stance), (ties.get(node.id) || []).sort()]) : `own ${node.id}`;
    if (!groups.has(alike)) groups.set(alike, []);
    groups.get(alike).push(node);
  }
  const into = new Map();
  const nodes = [];
  for (const members of groups.values()) {
    const first = members[0];
    members.forEach((member) => into.set(member.id, first.id));
    nodes.push(members.length === 1 ? first : {
      ...first,
      type: "stack",
      name: `${members.length} articles`,
      detail: [...new Set(members.map((member) => member.name))].join(", "),
      address: "",
    });
  }
  const seen = new Set();
  const links = data.links.filter((link) => {
    const key = `${into.get(link.from)} ${into.get(link.to)} ${link.kind}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  }).map((link) => ({ ...link, from: into.get(link.from), to: into.get(link.to) }));
  return { nodes, links };
}

function label(node) {
  const detail = node.detail.length > 58 ? `${node.detail.slice(0, 57)}…` : node.detail;
  return `${node.name}\n${detail}`;
}

// Dagre says which column a box is in and what it stands beside. A column that would be too tall for
// the page is broken into several, so that the whole can be read at a glance.
function broken(view) {
  const columns = new Map();
  for (const node of view.nodes()) {
    const x = Math.round(node.position("x"));
    if (!columns.has(x)) columns.set(x, []);
    columns.get(x).push(node);
  }
  const ordered = [...columns.keys()].sort((a, b) => a - b).map((x) => columns.get(x).sort((a, b) => a.position("y") - b.position("y")));
  const shape = map.clientWidth / map.clientHeight;
  let rows = 4;
  const width = (most) => ordered.reduce((sum, column) => sum + Math.ceil(column.length / most) * ACROSS + BETWEEN, 0);
  while (width(rows) > shape * rows * DOWN) rows += 1;
  let x = 0;
  for (const column of ordered) {
    const parts = Math.ceil(column.length / rows);
    const tall = Math.ceil(column.length / parts);
    column.forEach((node, n) => {
      const inIt = Math.min(tall, column.length - Math.floor(n / tall) * tall);
      node.position({ x: x + Math.floor(n / tall) * ACROSS, y: (n % tall - (inIt - 1) / 2) * DOWN });
    });
    x += parts * ACROSS + BETWEEN;
  }
}

function elements(data) {
  return [
    ...data.nodes.map((node) => ({ data: { ...node, label: label(node) }, classes: `${node.type} ${node.stance}` })),
    ...data.links.map((link, n) => ({ data: { ...link, id: `${link.id}-${n}`, source: link.from, target: link.to }, classes: `${link.kind} ${link.judgement}${link.denies ? " denial" : ""}` })),
  ];
}

function style() {
  const ink = colour("--ink");
  return [
    { selector: "node", style: { shape: "round-rectangle", width: 168, height: 58, label: "data(label)", "text-wrap": "wrap", "text-max-width": 158, "text-valign": "center", "font-size": 11, "font-family": "\"Source Sans 3\", sans-serif", color: ink, "background-color": colour("--card"), "border-color": colour("--soft"), "border-width": 1 } },
    { selector: ".origin", style: { "border-width": 3, "border-color": colour("--c0"), "font-weight": 600 } },
    { selector: ".stack", style: { "border-style": "double", "border-width": 4 } },
    { selector: "node.denies, node.corrects", style: { "border-color": colour("--deny") } },
    { selector: "edge", style: { width: 1.5, "line-color": colour("--soft"), "target-arrow-color": colour("--soft"), "target-arrow-shape": "triangle", "curve-style": "bezier", "arrow-scale": 0.9 } },
    { selector: ".copies", style: { width: 3 } },
    { selector: ".same_source", style: { "line-style": "dotted" } },
    { selector: ".unsure", style: { "line-style": "dashed" } },
    { selector: ".denial", style: { "line-color": colour("--deny"), "target-arrow-color": colour("--deny"), "target-arrow-shape": "diamond" } },
    { selector: ".many", style: { "line-opacity": 0.4, width: 1 } },
    { selector: ".near", style: { "line-opacity": 1, width: 3, "z-index": 9 } },
    { selector: ".faded", style: { opacity: 0.15 } },
    { selector: ".found", style: { "border-color": colour("--focus"), "border-width": 4 } },
  ];
}

async function draw() {
  const answer = await fetch(map.dataset.from);
  const data = await answer.json();
  document.getElementById("map-tools").hidden = false;
  const fold = document.getElementById("map-fold");
  const view = cytoscape({ container: map, style: style(), minZoom: 0.05, maxZoom: 3 });

  function lay() {
    const began = performance.now();
    const shown = fold.checked ? folded(data) : data;
    view.elements().remove();
    view.add(elements(shown));
    const many = shown.nodes.length > 60;
    view.edges().toggleClass("many", many);
    view.layout({ name: "dagre", rankDir: "LR", nodeSep: 12, rankSep: 70, ranker: "longest-path", animate: false, fit: false }).run();
    view.batch(() => broken(view));
    view.fit(undefined, 20);
    map.dataset.drawn = String(Math.round(performance.now() - began));
    told.value = `${shown.nodes.length} boxes, ${shown.links.length} arrows`;
    find();
  }

  function find() {
    const words = document.getElementById("map-find").value.trim().toLowerCase();
    view.elements().removeClass("faded found");
    if (!words) return;
    const found = view.nodes().filter((node) => node.data("label").toLowerCase().includes(words) || node.data("detail").toLowerCase().includes(words));
    view.elements().not(found.union(found.neighborhood())).addClass("faded");
    found.addClass("found");
    told.value = `${found.length} found`;
    if (found.length > 3) view.animate({ fit: { eles: found, padding: 80 }, duration: 200 });
    else if (found.length) view.animate({ center: { eles: found }, zoom: Math.max(view.zoom(), 0.9), duration: 200 });
  }

  fold.addEventListener("change", lay);
  document.getElementById("map-find").addEventListener("input", find);
  document.getElementById("map-tools").addEventListener("submit", (event) => event.preventDefault());
  const zoom = (by) => view.zoom({ level: view.zoom() * by, renderedPosition: { x: map.clientWidth / 2, y: map.clientHeight / 2 } });
  document.getElementById("map-in").addEventListener("click", () => zoom(1.4));
  document.getElementById("map-out").addEventListener("click", () => zoom(1 / 1.4));
  document.getElementById("map-fit").addEventListener("click", () => view.fit(undefined, 20));
  view.on("tap", "node", (event) => { if (event.target.data("address")) location.href = event.target.data("address"); });
  view.on("tap", "edge", (event) => { location.href = event.target.data("address"); });
  view.on("mouseover", "node", (event) => event.target.connectedEdges().addClass("near"));
  view.on("mouseout", "node", (event) => event.target.connectedEdges().removeClass("near"));
  view.on("mouseover", "edge", (event) => show(event.target.data("address")));
  view.on("mouseout", "edge", soon);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => view.style(style()));
  lay();
}
document.fonts.load("11px \"Source Sans 3\"").finally(draw);
