// Shows other spellings of the query's words beneath its reading, once the results stand there.

import { one, onParts, page } from "./dom.js";

const known = new Map();

export function start() {
  // Not before the results are painted: looking names up takes the server as long as a search.
  onParts(() => requestAnimationFrame(() => setTimeout(load)));
}

async function load() {
  const slot = one("#names");
  const address = one("#names [data-names]")?.getAttribute("href");
  if (!address) return;
  if (!known.has(address)) {
    known.set(address, page(address).then((names) => one("#spellings", names)));
  }
  try {
    slot.replaceChildren(...(await known.get(address)).cloneNode(true).childNodes);
  } catch {
    // The link stays, and leads to the same.
    known.delete(address);
  }
}
