// Searches without leaving the page: fetches the next page and exchanges only the parts of this one
// that changed, so that the scroll position, open menus and the cursor stay where they are. Every
// link and form works the same without this module.

import { all, announce, one } from "./dom.js";
import { patiently } from "./status.js";

const PARTS = ["reading", "folds", "timeline", "peculiar-fold", "refine", "results", "side"];
// In the order in which the server writes them.
const NAMES = ["q", "filter", "exclude", "since", "until", "zone", "sort", "copies", "timeline", "view", "size", "clauses"];

// The parts as the server sent them: scripts add to what stands on the page.
const sent = new Map();
keep(document);

function keep(root) {
  // How long the search took is not what a part shows.
  const took = / <span class="took">[^<]*<\/span>/;
  PARTS.forEach((id) => sent.set(id, root.querySelector(`#${id}`)?.outerHTML.replace(took, "")));
}

let running = null;
let wanted = null;
let shown = location.pathname + location.search;

/** Whether this page shows searches. */
export const searching = () => document.body.classList.contains("search");

/** The path of the searches that this page shows: `/`, or that of a list. */
const here = () => location.pathname;

/** An address without the tweet that it has open. */
function search(address) {
  const to = new URL(address, location);
  to.searchParams.delete("tweet");
  return to.pathname + to.searchParams;
}

/**
 * Shows another search; `push` adds it to the history, `replace` puts it in this one's place. Of a
 * tweet beside the same search nothing is said and nothing moves. Whether it is shown in the end.
 */
export async function go(address, { push = true, replace = false, state = {}, top = false, beside = false, scroll } = {}) {
  // The start page has other parts than a search: there is nothing to exchange.
  if (!searching()) {
    location.assign(address);
    return false;
  }
  running?.abort();
  const run = new AbortController();
  running = run;
  wanted = address;
  const next = await patiently(address, run);
  if (running !== run) return false;
  running = null;
  if (!next) {
    untick();
    return false;
  }
  if (!next.body.classList.contains("search")) {
    // A long query is sent on to where it stands in the path.
    const onward = one("meta[http-equiv=refresh]", next)?.content.replace("0; url=", "");
    location.assign(onward ?? address);
    return false;
  }
  if (replace) {
    history.replaceState({ ...history.state, scroll: scrollY }, "", address);
  } else if (push) {
    history.replaceState({ ...history.state, scroll: scrollY }, "");
    history.pushState(state, "", address);
  }
  exchange(next, beside);
  if (!beside && scroll !== undefined) scrollTo(0, scroll);
  else if (!beside && top) toResults();
  shown = location.pathname + location.search;
  return true;
}

// A search that was given up leaves nothing ticked that does not count.
function untick() {
  for (const input of all(".value input")) input.checked = input.defaultChecked;
}

// The link that was followed is at the foot of what has been read.
function toResults() {
  const total = one("#total");
  one("#results")?.scrollIntoView();
  if (!total) return;
  total.tabIndex = -1;
  total.focus({ preventScroll: true });
}

function exchange(next, quiet) {
  const focused = remember();
  const folds = new Map(all(".facet, #folds details").map((facet) => [facet.id, facet.open]));
  const ids = (root) => PARTS.filter((id) => root.querySelector(`#${id}`)).join();
  const before = new Map(sent);
  keep(next);
  if (ids(document) !== ids(next)) {
    one("#main").replaceWith(next.querySelector("#main"));
  } else {
    for (const id of PARTS) {
      const now = one(`#${id}`);
      const then = next.querySelector(`#${id}`);
      if (now && before.get(id) !== sent.get(id)) {
        now.replaceWith(then);
      }
    }
  }
  for (const [id, open] of folds) {
    const facet = document.getElementById(id);
    if (facet) facet.open = open;
  }
  const box = one(".searchbox");
  const input = one("#q");
  const text = next.querySelector("#q").value;
  all("input[type=hidden]", box).forEach((field) => field.remove());
  box.prepend(...next.querySelectorAll(".searchbox > input[type=hidden]"));
  one(".boxlinks").replaceWith(next.querySelector(".boxlinks"));
  if (input.value !== text) input.value = text;
  document.title = next.title;
  document.dispatchEvent(new Event("trawl:parts"));
  focused();
  if (quiet) return;
  const where = new URLSearchParams(location.search).has("after") ? one(".where")?.textContent : null;
  announce(where ?? one("#total")?.textContent ?? one(".problems h1")?.textContent ?? "");
}

// Puts the focus back on what it was on, though that is another element now.
function remember() {
  const was = document.activeElement;
  const part = was?.closest(PARTS.map((id) => `#${id}`).join());
  if (!part) return () => {};
  const name = (element) => element.getAttribute("aria-label") ?? element.textContent.trim();
  const called = name(was);
  return () => {
    if (document.activeElement !== document.body) return;
    const again =
      (was.id && document.getElementById(was.id)) ||
      all(`${was.localName}`, document.getElementById(part.id) ?? document).find(
        (element) => name(element) === called,
      ) ||
      one("#total");
    if (again?.id === "total") again.tabIndex = -1;
    again?.focus({ preventScroll: true });
  };
}

/** Where a form of the search page leads. */
function target(form) {
  const fields = [...new FormData(form)].filter(([name, value]) => name === "q" || value !== "");
  return `${here()}?${new URLSearchParams(fields)}`;
}

/** The search with a value of a facet chosen or no longer: that which is on its way, if one is. */
function chosen(name, value, on) {
  const now = new URLSearchParams(running ? new URL(wanted, location).search : location.search);
  now.delete("after");
  now.delete("tweet");
  now.delete("filter", value);
  now.delete("exclude", value);
  if (on) now.append(name, value);
  const ordered = NAMES.flatMap((key) => now.getAll(key).map((one) => [key, one]));
  const written = String(new URLSearchParams(ordered));
  return `${here()}?${written.replace(/%(3A|2C|2F|28|29|40)/g, decodeURIComponent)}`;
}

export function start() {
  if (!searching()) return;
  // Browsers scroll back before the parts are exchanged; so this does it, for a page that comes back
  // from another document too.
  history.scrollRestoration = "manual";
  if (history.state?.scroll) scrollTo(0, history.state.scroll);
  // Where the page stands is noted as it moves: asked for as it goes, it would be laid out once more,
  // and the next page would wait for that.
  let at = history.state?.scroll ?? 0;
  addEventListener("scroll", () => (at = scrollY), { passive: true });
  addEventListener("pagehide", () => {
    if (at !== (history.state?.scroll ?? 0)) history.replaceState({ ...history.state, scroll: at }, "");
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    const plain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey);
    if (!link || !plain || event.defaultPrevented || link.hasAttribute("download")) return;
    const to = new URL(link.href);
    if (to.origin !== location.origin || to.pathname !== here() || to.search === "" || to.hash) return;
    event.preventDefault();
    if (link.matches(".value .exclude")) {
      const value = link.closest(".value");
      go(chosen("exclude", one("input", value).value, !value.classList.contains("out")));
      return;
    }
    go(to.pathname + to.search, { top: !!link.closest(".paging, .cards, .grid") });
  });
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (new URL(form.action).pathname !== here() || event.defaultPrevented) return;
    event.preventDefault();
    go(target(form));
  });
  document.addEventListener("change", ({ target }) => {
    if (target.matches(".value input")) go(chosen("filter", target.value, target.checked));
  });
  addEventListener("popstate", (event) => {
    const wanted = location.pathname + location.search;
    if (wanted === shown) return;
    const beside = search(wanted) === search(shown);
    go(wanted, { push: false, beside, scroll: event.state?.scroll ?? 0 });
  });
}
