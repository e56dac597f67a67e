// Where the nodes of a network stand: nodes push each other off, edges pull them together, all are
// drawn to the middle. Runs in a worker, so that the page stays quick.
//
// Forces between all nodes are added up by a quadtree (Barnes and Hut 1986): far nodes push as one.

const ROUNDS = 300;
const FAR = 0.9; // width by distance below which a square of nodes pushes as one

onmessage = ({ data: { size, edges } }) => {
  const xs = new Float64Array(size), ys = new Float64Array(size);
  const weights = new Float64Array(size).fill(1);
  for (const [a, b] of edges) { weights[a]++; weights[b]++; }
  const scale = 30 * Math.sqrt(size);
  for (let i = 0; i < size; i++) {
    // A spiral: the same each time, and no two nodes on one spot.
    const turn = i * 2.399963, out = scale * Math.sqrt((i + 0.5) / size);
    xs[i] = out * Math.cos(turn);
    ys[i] = out * Math.sin(turn);
  }
  const heaviest = Math.max(...edges.map(edge => edge[2]));
  for (let round = 0; round < ROUNDS; round++) {
    const heat = 1 - round / ROUNDS;
    step(xs, ys, weights, edges, heaviest, 40 * heat + 0.5);
    if (round % 30 === 29) postMessage({ xs, ys, done: round === ROUNDS - 1 });
  }
};

function step(xs, ys, weights, edges, heaviest, most) {
  const size = xs.length;
  const fx = new Float64Array(size), fy = new Float64Array(size);
  const tree = plant(xs, ys, weights);
  for (let i = 0; i < size; i++) push(tree, i, xs, ys, weights, fx, fy);
  for (const [a, b, weight] of edges) {
    // An edge of two busy nodes pulls each less, so that groups come apart.
    const pull = 0.08 * (0.3 + 0.7 * Math.log1p(weight) / Math.log1p(heaviest)) / Math.sqrt(Math.min(weights[a], weights[b]));
    const dx = xs[b] - xs[a], dy = ys[b] - ys[a];
    fx[a] += dx * pull; fy[a] += dy * pull;
    fx[b] -= dx * pull; fy[b] -= dy * pull;
  }
  for (let i = 0; i < size; i++) {
    fx[i] -= xs[i] * 0.004 * Math.sqrt(weights[i]);
    fy[i] -= ys[i] * 0.004 * Math.sqrt(weights[i]);
    const length = Math.hypot(fx[i], fy[i]) || 1, go = Math.min(most, length) / length;
    xs[i] += fx[i] * go;
    ys[i] += fy[i] * go;
  }
}

// A square of the tree: its middle and half its width, the nodes' weight and its centre, and either
// four squares or one node.
function square(x, y, half) {
  return { x, y, half, mass: 0, mx: 0, my: 0, node: -1, parts: null };
}

function plant(xs, ys, weights) {
  let half = 1;
  for (let i = 0; i < xs.length; i++) half = Math.max(half, Math.abs(xs[i]), Math.abs(ys[i]));
  const root = square(0, 0, half + 1);
  for (let i = 0; i < xs.length; i++) put(root, i, xs, ys, weights);
  return root;
}

function put(root, node, xs, ys, weights) {
  let at = root;
  for (let depth = 0; ; depth++) {
    const before = at.mass, own = weights[node];
    at.mx = (at.mx * before + xs[node] * own) / (before + own);
    at.my = (at.my * before + ys[node] * own) / (before + own);
    at.mass += own;
    if (before === 0) { at.node = node; return; }
    if (depth > 40) return; // two nodes on one spot push as one
    if (!at.parts) {
      at.parts = [null, null, null, null];
      const other = at.node;
      at.node = -1;
      const part = of(at, xs[other], ys[other]);
      part.node = other; part.mass = weights[other]; part.mx = xs[other]; part.my = ys[other];
    }
    at = of(at, xs[node], ys[node]);
  }
}

function of(at, x, y) {
  const right = x >= at.x ? 1 : 0, low = y >= at.y ? 1 : 0, half = at.half / 2;
  return at.parts[right + 2 * low] ??=
    square(at.x + (right ? half : -half), at.y + (low ? half : -half), half);
}

function push(tree, node, xs, ys, weights, fx, fy) {
  const stack = [tree];
  while (stack.length) {
    const at = stack.pop();
    if (!at || at.node === node) continue;
    let dx = xs[node] - at.mx, dy = ys[node] - at.my, apart = dx * dx + dy * dy;
    if (at.parts && 4 * at.half * at.half > FAR * FAR * apart) { stack.push(...at.parts); continue; }
    if (apart < 1) { dx = node % 2 ? 1 : -1; dy = 0.5; apart = 1.25; }
    const force = 220 * Math.sqrt(weights[node]) * Math.sqrt(at.mass) / apart;
    fx[node] += dx * force;
    fy[node] += dy * force;
  }
}
