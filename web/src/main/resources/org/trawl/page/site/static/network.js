// Draws the network that the page has as a table: moves, zooms, finds a node, shows its neighbours.
// Where nodes stand is worked out beside the page, by networklayout.js.

import { base, make, one } from "./dom.js";

class Picture {
  constructor(box, { directed, evidence, colours, nodes, edges }) {
    Object.assign(this, { box, directed, evidence: base + evidence, colours, edges });
    this.nodes = nodes.map(([id, label, href, community, weight, tweets]) =>
      ({ id, label, href: base + href, community, weight, tweets, x: 0, y: 0, radius: 0 }));
    const most = Math.max(...this.nodes.map(node => node.weight));
    for (const node of this.nodes) node.radius = 3 + 13 * Math.sqrt(node.weight / most);
    this.byWeight = [...this.nodes].sort((a, b) => b.weight - a.weight);
    this.view = { x: 0, y: 0, zoom: 1 };
    this.least = 1;
    this.chosen = null;
    this.build();
    this.listen();
    this.fit();
    const worker = new Worker(new URL("./networklayout.js", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }) => this.place(data, worker);
    worker.postMessage({ size: nodes.length, edges });
  }

  build() {
    this.canvas = make("canvas", { tabindex: "0", role: "img", "aria-label":
      `The network drawn: ${this.nodes.length} nodes, ${this.edges.length} edges. The tables below have the same. Arrow keys move it, plus and minus zoom.` });
    const heaviest = Math.max(...this.edges.map(edge => edge[2]));
    this.slider = make("input", { type: "range", id: "least", min: 0, max: 100, value: 0, input: () => {
      this.least = Math.max(1, Math.round(heaviest ** (this.slider.value / 100)));
      this.leastSays.textContent = this.least;
      this.draw();
    } });
    this.leastSays = make("output", { for: "least" }, "1");
    this.search = make("input", { id: "find-node", list: "node-names", autocomplete: "off", spellcheck: "false", dir: "auto", change: () => this.find() });
    const names = make("datalist", { id: "node-names" }, ...this.byWeight.slice(0, 500).map(node => make("option", { value: node.label })));
    const button = (text, label, action) => make("button", { type: "button", "aria-label": label, title: label, click: action }, text);
    this.about = make("div", { class: "about", "aria-live": "polite" });
    this.box.replaceChildren(
      make("div", { class: "controls" },
        make("label", { for: "find-node" }, "Find"), this.search, names,
        make("label", { for: "least" }, "Edges of weight"), this.slider, make("span", {}, this.leastSays, " or more"),
        make("span", { class: "buttons" },
          button("+", "Zoom in", () => this.zoom(1.4)), button("−", "Zoom out", () => this.zoom(1 / 1.4)),
          button("Fit", "Show all of it", () => { this.frame(); this.draw(); }),
          button("PNG", "Save as a picture", () => this.savePng()), button("SVG", "Save as a drawing", () => this.saveSvg()))),
      this.canvas, this.about);
    this.tell();
  }

  listen() {
    const { canvas } = this;
    const held = new Map();
    canvas.addEventListener("pointerdown", event => {
      canvas.setPointerCapture(event.pointerId);
      held.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
      this.moved = 0;
    });
    canvas.addEventListener("pointermove", event => {
      const before = held.get(event.pointerId);
      if (!before) {
        canvas.style.cursor = this.at(event.offsetX, event.offsetY) ? "pointer" : "grab";
        return;
      }
      const others = [...held.values()].filter(point => point !== before);
      if (others.length) {
        const apart = point => Math.hypot(point.x - others[0].x, point.y - others[0].y) || 1;
        const now = { x: event.offsetX, y: event.offsetY };
        this.zoom(apart(now) / apart(before), others[0].x, others[0].y);
      } else {
        this.view.x += event.offsetX - before.x;
        this.view.y += event.offsetY - before.y;
        this.moved += Math.abs(event.offsetX - before.x) + Math.abs(event.offsetY - before.y);
        this.draw();
      }
      held.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
    });
    const release = event => {
      if (held.delete(event.pointerId) && event.type === "pointerup" && this.moved < 4) {
        this.choose(this.at(event.offsetX, event.offsetY));
      }
    };
    canvas.addEventListener("pointerup", release);
    canvas.addEventListener("pointercancel", release);
    canvas.addEventListener("wheel", event => {
      event.preventDefault();
      this.zoom(Math.exp(-event.deltaY / 400), event.offsetX, event.offsetY);
    }, { passive: false });
    canvas.addEventListener("keydown", event => this.key(event));
    new ResizeObserver(() => this.fit()).observe(canvas);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.draw());
    new MutationObserver(() => this.draw()).observe(document.documentElement, { attributeFilter: ["data-theme"] });
  }

  key(event) {
    const step = { ArrowLeft: [40, 0], ArrowRight: [-40, 0], ArrowUp: [0, 40], ArrowDown: [0, -40] }[event.key];
    if (step) { this.view.x += step[0]; this.view.y += step[1]; this.draw(); }
    else if (event.key === "+" || event.key === "=") this.zoom(1.4);
    else if (event.key === "-") this.zoom(1 / 1.4);
    else return;
    event.preventDefault();
  }

  place({ xs, ys, done }, worker) {
    this.nodes.forEach((node, i) => { node.x = xs[i]; node.y = ys[i]; });
    this.placed = true;
    this.frame();
    this.draw();
    if (done) { worker.terminate(); this.box.dataset.placed = "true"; }
  }

  fit() {
    const { clientWidth, clientHeight } = this.canvas, ratio = devicePixelRatio || 1;
    this.canvas.width = clientWidth * ratio;
    this.canvas.height = clientHeight * ratio;
    this.frame();
    this.draw();
  }

  /** Puts the whole network into the picture. */
  frame() {
    const { clientWidth: width, clientHeight: height } = this.canvas;
    const xs = this.nodes.map(node => node.x), ys = this.nodes.map(node => node.y);
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const zoom = Math.min(3, (width - 60) / (right - left + 40), (height - 50) / (bottom - top + 40));
    this.view = { zoom, x: width / 2 - zoom * (left + right) / 2, y: height / 2 - zoom * (top + bottom) / 2 };
  }

  zoom(by, x = this.canvas.clientWidth / 2, y = this.canvas.clientHeight / 2) {
    const { view } = this, zoom = Math.min(20, Math.max(0.01, view.zoom * by)), real = zoom / view.zoom;
    this.view = { zoom, x: x - (x - view.x) * real, y: y - (y - view.y) * real };
    this.draw();
  }

  /** The node at a spot of the canvas. */
  at(x, y) {
    const { view } = this;
    let best = null, least = Infinity;
    for (const node of this.nodes) {
      const apart = Math.hypot(view.x + view.zoom * node.x - x, view.y + view.zoom * node.y - y);
      if (apart < this.size(node) + 5 && apart < least) { best = node; least = apart; }
    }
    return best;
  }

  size(node) {
    return node.radius * Math.min(2, Math.max(0.5, Math.sqrt(this.view.zoom)));
  }

  find() {
    const wanted = this.search.value.trim().replace(/^@/, "").toLowerCase();
    const found = wanted && (this.byWeight.find(node => node.label.toLowerCase() === wanted)
      ?? this.byWeight.find(node => node.label.toLowerCase().includes(wanted)));
    if (!found) { this.about.textContent = wanted ? "No node has this name." : ""; return; }
    const { clientWidth, clientHeight } = this.canvas, zoom = Math.max(1, this.view.zoom);
    this.view = { zoom, x: clientWidth / 2 - zoom * found.x, y: clientHeight / 2 - zoom * found.y };
    this.choose(found);
  }

  choose(node) {
    this.chosen = node;
    this.tell();
    this.draw();
  }

  /** The edges of the chosen node, heaviest first. */
  own() {
    const place = this.nodes.indexOf(this.chosen);
    return this.edges.filter(edge => edge[0] === place || edge[1] === place);
  }

  tell() {
    if (!this.chosen) {
      this.about.replaceChildren(make("p", {}, "Choose a node to see whom it is joined with. Colours are communities."));
      return;
    }
    const { chosen } = this, place = this.nodes.indexOf(chosen), own = this.own();
    const href = (a, b) => `${this.evidence}&source=${encodeURIComponent(this.nodes[a].id)}&target=${encodeURIComponent(this.nodes[b].id)}`;
    const rows = own.slice(0, 20).map(([a, b, weight]) => {
      const other = this.nodes[a === place ? b : a];
      return make("li", {},
        make("button", { type: "button", click: () => this.choose(other) }, make("bdi", {}, other.label)), " ",
        make("a", { href: href(a, b) }, `${weight.toLocaleString("en")}${this.directed ? (a === place ? " to" : " from") : ""}`));
    });
    this.about.replaceChildren(
      make("p", {}, make("a", { href: chosen.href }, make("bdi", {}, chosen.label)),
        ` · community ${chosen.community} · ${chosen.tweets.toLocaleString("en")} tweets · ${own.length} edges drawn`),
      make("ul", {}, ...rows));
  }

  colour(node) {
    const [red, green, blue] = this.colours[Math.min(node.community, this.colours.length) - 1];
    return `rgb(${red} ${green} ${blue})`;
  }

  /** Which nodes stand out: the chosen one and its neighbours, or all. */
  bright() {
    if (!this.chosen) return null;
    const bright = new Set([this.chosen]);
    for (const [a, b] of this.own()) { bright.add(this.nodes[a]); bright.add(this.nodes[b]); }
    return bright;
  }

  draw() {
    if (this.due) return;
    this.due = true;
    requestAnimationFrame(() => { this.due = false; this.paint(); });
  }

  paint() {
    const context = this.canvas.getContext("2d"), ratio = devicePixelRatio || 1, { view } = this;
    const style = getComputedStyle(this.canvas), ink = style.color, paper = style.backgroundColor;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.fillStyle = paper;
    context.fillRect(0, 0, this.canvas.clientWidth, this.canvas.clientHeight);
    if (!this.placed) {
      context.fillStyle = ink;
      context.fillText("Working out where they stand …", 16, 24);
      return;
    }
    const bright = this.bright();
    context.strokeStyle = ink;
    for (const edge of this.shown()) {
      const a = this.nodes[edge[0]], b = this.nodes[edge[1]];
      const stands = !bright || a === this.chosen || b === this.chosen;
      context.globalAlpha = stands ? (bright ? 0.55 : 0.16) : 0.04;
      context.lineWidth = Math.min(5, 0.6 + Math.log2(edge[2]) / 3);
      context.beginPath();
      context.moveTo(view.x + view.zoom * a.x, view.y + view.zoom * a.y);
      context.lineTo(view.x + view.zoom * b.x, view.y + view.zoom * b.y);
      context.stroke();
    }
    for (const node of this.nodes) {
      context.globalAlpha = !bright || bright.has(node) ? 1 : 0.15;
      context.fillStyle = this.colour(node);
      context.beginPath();
      context.arc(view.x + view.zoom * node.x, view.y + view.zoom * node.y, this.size(node), 0, 7);
      context.fill();
    }
    this.label(context, bright, ink, paper);
  }

  shown() {
    return this.edges.filter(edge => edge[2] >= this.least);
  }

  /** Names of the heaviest nodes, as far as there is room for them. */
  label(context, bright, ink, paper) {
    const { view } = this, taken = [];
    context.globalAlpha = 1;
    context.font = "12px system-ui, sans-serif";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    context.direction = "ltr";
    const first = this.chosen ? [this.chosen, ...this.byWeight] : this.byWeight;
    for (const node of first) {
      if (bright && !bright.has(node)) continue;
      const text = node.label.length > 28 ? node.label.slice(0, 27) + "…" : node.label;
      const x = view.x + view.zoom * node.x + this.size(node) + 4, y = view.y + view.zoom * node.y;
      const width = context.measureText(text).width;
      if (x + width < 0 || y < 0 || x > this.canvas.clientWidth || y > this.canvas.clientHeight) continue;
      if (taken.some(box => x < box.right && x + width > box.left && Math.abs(y - box.y) < 15)) continue;
      taken.push({ left: x, right: x + width, y });
      context.strokeStyle = paper;
      context.lineWidth = 3;
      context.strokeText(text, x, y);
      context.fillStyle = ink;
      context.fillText(text, x, y);
      if (taken.length >= 60) break;
    }
  }

  savePng() {
    this.canvas.toBlob(blob => save(blob, "trawl-network.png"));
  }

  saveSvg() {
    const { view } = this, escape = text => text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`);
    const spot = node => [view.x + view.zoom * node.x, view.y + view.zoom * node.y].map(number => number.toFixed(1));
    const lines = this.shown().map(([a, b, weight]) => {
      const [[x1, y1], [x2, y2]] = [spot(this.nodes[a]), spot(this.nodes[b])];
      return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke-width="${Math.min(5, 0.6 + Math.log2(weight) / 3).toFixed(1)}"/>`;
    });
    const dots = this.nodes.map(node => {
      const [x, y] = spot(node);
      return `<circle cx="${x}" cy="${y}" r="${this.size(node).toFixed(1)}" fill="${this.colour(node)}"><title>${escape(node.label)}</title></circle>`;
    });
    const names = this.byWeight.slice(0, 60).map(node => {
      const [x, y] = spot(node);
      return `<text x="${Number(x) + this.size(node) + 4}" y="${y}">${escape(node.label)}</text>`;
    });
    const { clientWidth, clientHeight } = this.canvas;
    save(new Blob([`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${clientWidth} ${clientHeight}" font-family="sans-serif" font-size="12"><g stroke="#777" stroke-opacity="0.3">${lines.join("")}</g>${dots.join("")}${names.join("")}</svg>`], { type: "image/svg+xml" }), "trawl-network.svg");
  }
}

function save(blob, name) {
  const link = make("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  URL.revokeObjectURL(link.href);
}

const box = one("#picture");
if (box?.dataset.network) new Picture(box, JSON.parse(box.dataset.network));
