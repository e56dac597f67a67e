// Opens a tweet beside the results where there is room for it; elsewhere the link does what links do.
// The tweet is in the page's address, so that it can be shared, and Back closes it.

import { all, one } from "./dom.js";
import { go } from "./navigate.js";

const WIDE = matchMedia("(min-width: 1200px)");

let opener = null;

export function start() {
  document.addEventListener("click", async (event) => {
    const plain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey);
    if (!plain || event.defaultPrevented || !one(".desk")) return;
    const link = event.target.closest("[data-open]");
    const closes = event.target.closest("#beside .close");
    if (!closes && !(link && WIDE.matches)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (closes) close();
    else await open(link);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && one("#beside") && !one("dialog[open]")) close();
  });
  document.addEventListener("trawl:parts", settle);
  settle();
}

// What is open is that from which the keyboard goes on; what was closed gives the focus back.
function settle() {
  const id = one("#beside #tweet")?.dataset.tweet;
  if (id) {
    if (!current()) point(one(`.results [data-tweet="${id}"]`)?.closest("li, tr"));
    opener ??= current() && one("[data-open]", current());
  } else if (opener?.isConnected && document.activeElement === document.body) {
    opener.focus({ preventScroll: true });
  }
}

/** The result that the keyboard goes on from. */
export const current = () => one(".results .current");

/** Makes a result that from which the keyboard goes on. */
export function point(hit) {
  all(".results .current").forEach((other) => other.classList.remove("current"));
  hit?.classList.add("current");
}

/** This page's address with a tweet open, or none. */
function address(tweet) {
  const search = new URLSearchParams(location.search);
  search.delete("tweet");
  if (tweet) search.append("tweet", tweet);
  const written = String(search).replace(/%(3A|2C|2F|28|29|40)/g, decodeURIComponent);
  return location.pathname + (written ? `?${written}` : "");
}

async function open(link) {
  const [, id] = new URL(link.href).pathname.match(/\/tweets\/([0-9]+)$/);
  const replace = !!one("#beside");
  if (link.closest(".results")) {
    point(link.closest(".results li, .results tr"));
    opener = link;
  }
  const opened = await go(address(id), { replace, state: { opened: true }, beside: true });
  if (opened) one("#beside")?.focus({ preventScroll: true });
}

function close() {
  if (history.state?.opened) history.back();
  else go(address(null), { replace: true, beside: true });
}
