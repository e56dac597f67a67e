// The page that lists what is saved, and takes it to a file and back.

import { all, announce, base, make, one } from "./dom.js";
import { fields } from "./notes.js";
import { clear, show } from "./status.js";
import { change, exported, imported, read } from "./store.js";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

export function start() {
  if (!one("#saved-lists")) return;
  document.addEventListener("trawl:saved", () => {
    // Not under the hands of who types.
    if (!one("#saved-lists").contains(document.activeElement)) list();
  });
  list();
  files();
}

function list() {
  const { searches, tweets } = read();
  const byTag = new URLSearchParams(location.search).get("tag");
  const entries = Object.entries(tweets)
    .filter(([, tweet]) => !byTag || tweet.tags.includes(byTag))
    .sort(([, a], [, b]) => (a.time < b.time ? 1 : -1));
  const tags = [...new Set(Object.values(tweets).flatMap((tweet) => tweet.tags))].sort();
  one("#saved-lists").replaceChildren(
    make("h2", {}, `Searches (${searches.length})`),
    searches.length
      ? make("ul", { class: "savedlist" }, ...searches.map(savedSearch))
      : make("p", { class: "note" }, "None yet: “Save” stands above the results of a search."),
    make("h2", {}, `Tweets (${entries.length})`),
    ...(tags.length ? [tagLine(tags, byTag)] : []),
    entries.length
      ? make("ul", { class: "savedlist" }, ...entries.map(savedTweet))
      : make("p", { class: "note" }, "None yet: a star stands below every tweet."),
  );
}

function tagLine(tags, chosen) {
  const link = (label, href, now) =>
    make("li", {}, make("a", { href, "aria-current": now ? "true" : null }, label));
  return make(
    "ul",
    { class: "segments", "aria-label": "Tags" },
    link("All", `${base}/saved`, !chosen),
    ...tags.map((tag) => link(tag, `${base}/saved?tag=${encodeURIComponent(tag)}`, tag === chosen)),
  );
}

function savedSearch(search) {
  const { href, title, at } = search;
  const drop = (saved) => (saved.searches = saved.searches.filter((other) => other.href !== href));
  const back = (saved) => saved.searches.unshift(search);
  return make(
    "li",
    {},
    make("a", { href: base + href, dir: "auto" }, title),
    make("span", { class: "label" }, `saved ${day(at)}`),
    remover(title, drop, back),
  );
}

function savedTweet([id, tweet]) {
  const drop = (saved) => delete saved.tweets[id];
  return make(
    "li",
    { "data-tweet": id, class: "starred-ready" },
    make("p", { class: "label" }, make("bdi", {}, tweet.account), ` · ${day(tweet.time)}, ${tweet.time.slice(11, 16)} UTC`),
    make("p", { class: "text", dir: "auto" }, make("a", { href: `${base}/tweets/${id}` }, tweet.text)),
    ...fields(id, (saved) => (saved.tweets[id] ??= { ...tweet })),
    remover(`the tweet of ${tweet.account}`, drop, (saved, was) => (saved.tweets[id] = was.tweets[id])),
  );
}

// A button that removes an entry, which can be brought back, note, tags and all, until the next change.
function remover(what, drop, back) {
  const remove = ({ currentTarget }) => {
    const place = all(".savedlist .drop").indexOf(currentTarget);
    const was = read();
    change(drop);
    list();
    const buttons = all(".savedlist .drop");
    const next = buttons[Math.min(place, buttons.length - 1)] ?? one("main h1");
    if (next.localName === "h1") next.tabIndex = -1;
    next.focus();
    show(remover, make("span", { role: "status" }, "Removed."), make("button", { type: "button", click: undo }, "Undo"));
    function undo() {
      change((saved) => back(saved, was));
      clear(remover);
      list();
      announce("Put back");
      all(".savedlist .drop")[place]?.focus();
    }
  };
  return make("button", { type: "button", class: "plain drop", click: remove, "aria-label": `Remove ${what}` }, "Remove");
}

// As the server writes dates.
function day(iso) {
  const [year, month, date] = iso.slice(0, 10).split("-").map(Number);
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

function files() {
  const out = one("#saved-export");
  const into = one("#saved-import");
  out.addEventListener("click", () => {
    const address = URL.createObjectURL(new Blob([exported()], { type: "application/json" }));
    make("a", { href: address, download: "trawl-saved.json" }).click();
    URL.revokeObjectURL(address);
  });
  into.addEventListener("change", async () => {
    const says = one("#saved-says");
    try {
      imported(await into.files[0].text());
      says.textContent = "Added to what was here.";
    } catch (error) {
      says.textContent = error instanceof SyntaxError ? "This file cannot be read." : error.message;
    }
    into.value = "";
  });
}
