// The page that lists what is saved, and takes it to a file and back.

import { line, tick } from "./compare.js";
import { all, announce, base, make, one, page } from "./dom.js";
import { fields } from "./notes.js";
import { file, read as sheet } from "./sheets.js";
import { clear, show } from "./status.js";
import { addRows, change, exported, imported, read, rows } from "./store.js";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function start() {
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
    line(),
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
  const { href, title, at, count } = search;
  const drop = (saved) => (saved.searches = saved.searches.filter((other) => other.href !== href));
  const back = (saved) => saved.searches.unshift(search);
  return make(
    "li",
    { class: "savedsearch" },
    make("span", {}, tick(search), " ", make("a", { href: base + href, dir: "auto" }, title)),
    make("span", { class: "label" }, `saved ${day(at)}`),
    make("span", { class: "label counted", role: "status" }, count ? `${count} then` : ""),
    make("button", { type: "button", class: "plain", click: countNow, "aria-label": `Count ${title} now` }, "Count now"),
    remover(title, drop, back),
  );
}

/** Asks the server for a saved search, which it has not seen until then. */
async function countNow({ currentTarget }) {
  const entry = currentTarget.closest("li");
  const says = one(".counted", entry);
  const then = says.textContent.match(/^[0-9,]+ then/)?.[0];
  const found = await page(one("a", entry).href).catch(() => null);
  const now = found && (one("#total strong", found)?.textContent.replace(/[^0-9,]/g, "") || "0");
  says.textContent = [then, now ? `${now} now` : "the server does not answer"].filter(Boolean).join(", ");
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
  const give = (blob, name) => {
    const address = URL.createObjectURL(blob);
    make("a", { href: address, download: name }).click();
    URL.revokeObjectURL(address);
  };
  out.addEventListener("click", () => give(new Blob([exported()], { type: "application/json" }), "trawl-saved.json"));
  for (const format of ["csv", "xlsx"]) {
    one(`#saved-${format}`).addEventListener("click", () => give(file(rows(), format), `trawl-tweets.${format}`));
  }
  into.addEventListener("change", async () => {
    const says = one("#saved-says");
    try {
      const [from] = into.files;
      if ((await from.slice(0, 1).text()) === "{") imported(await from.text());
      else addRows(await sheet(from));
      says.textContent = "Added to what was here.";
    } catch (error) {
      says.textContent = error instanceof SyntaxError ? "This file cannot be read." : error.message;
    }
    into.value = "";
  });
}

start();
