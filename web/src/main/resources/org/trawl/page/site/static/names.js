// Shows other spellings of the query's words, and what they are in other languages, beneath its
// reading, once the results stand there.

import { all, make, one, onParts, page } from "./dom.js";

/** Words in other languages that are shown at once; the rest are behind a link. */
const SHOWN = 5;

const known = new Map();

export function start() {
  // Not before the results are painted: looking names up takes the server as long as a search.
  onParts(() => requestAnimationFrame(() => setTimeout(load)));
}

async function load() {
  const slot = one("#names");
  const languages = one("#languages");
  const address = one("#names [data-names]")?.getAttribute("href");
  if (!address) return;
  if (!known.has(address)) {
    known.set(
      address,
      page(address).then((names) => [one("#spellings", names), shortened(one("#in-languages", names), address)]),
    );
  }
  try {
    const [spellings, offers] = await known.get(address);
    slot.replaceChildren(...spellings.cloneNode(true).childNodes);
    languages.replaceChildren(...offers.cloneNode(true).childNodes);
  } catch {
    // The links stay, and lead to the same.
    known.delete(address);
  }
}

/** The first few offers of each word, so that what stands below hardly moves. */
function shortened(offers, address) {
  const words = all("[data-word]", offers);
  const most = Math.max(1, Math.floor(SHOWN / Math.max(1, words.length)));
  let left = 0;
  words.forEach((word, at) => {
    const its = all(".spelling", word);
    const shown = at < SHOWN ? most : 0;
    left += Math.max(0, its.length - shown);
    its.slice(shown).forEach((offer) => offer.remove());
    const by = one("[data-by]", word);
    if (by && !by.nextElementSibling?.matches(".spelling")) by.remove();
    one("[data-all]", word)?.remove();
    if (!shown) word.remove();
  });
  if (left) offers.append(make("a", { href: address }, `${left} more`));
  return offers;
}
