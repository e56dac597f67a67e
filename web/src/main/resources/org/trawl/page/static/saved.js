// Stars on tweets, "Save" on searches, notes on a tweet's page, and the page that lists them.

import { all, announce, icon, make, one, onParts } from "./dom.js";
import { searching } from "./navigate.js";
import { change, exported, imported, read } from "./store.js";

export function start() {
  onParts(() => {
    stars();
    saveSearch();
    notes();
  });
  document.addEventListener("trawl:saved", () => {
    mark();
    list();
  });
  list();
  files();
}

function stars() {
  for (const place of all("[data-tweet]:not(.starred-ready)")) {
    place.classList.add("starred-ready");
    const id = place.dataset.tweet;
    const button = make(
      "button",
      { type: "button", class: "star", "data-star": id, click: () => toggle(id, place) },
      icon("star"),
    );
    (one(".facts", place) ?? one(".time", place) ?? place).append(button);
  }
  mark();
}

function mark() {
  const { tweets, searches } = read();
  for (const button of all("[data-star]")) {
    const on = !!tweets[button.dataset.star]?.star;
    button.setAttribute("aria-pressed", String(on));
    button.setAttribute("aria-label", on ? "Starred. Remove the star" : "Star this tweet");
    button.title = on ? "Remove the star" : "Star this tweet";
  }
  const here = location.pathname + location.search;
  const save = one("#save");
  if (save) {
    const on = searches.some((search) => search.href === here);
    save.setAttribute("aria-pressed", String(on));
    save.textContent = on ? "Saved" : "Save";
  }
}

/** What is kept of a tweet, so that the list of saved ones needs no server. */
function kept(saved, id, place) {
  saved.tweets[id] ??= {
    account: one(".handle, .who", place)?.textContent.trim() ?? "",
    text: one(".text, .what", place)?.textContent.trim() ?? "",
    time: one("time", place)?.getAttribute("datetime") ?? "",
    star: false,
    tags: [],
    note: "",
  };
  return saved.tweets[id];
}

function toggle(id, place) {
  change((saved) => {
    const tweet = kept(saved, id, place);
    tweet.star = !tweet.star;
    announce(tweet.star ? "Starred" : "Star removed");
  });
}

function saveSearch() {
  const tools = one(".tools");
  if (!searching() || !tools || one("#save")) return;
  tools.append(make("button", { type: "button", id: "save", class: "plain", click: saveThis }, "Save"));
  mark();
}

function saveThis() {
  const href = location.pathname + location.search;
  change((saved) => {
    const at = saved.searches.findIndex((search) => search.href === href);
    if (at >= 0) saved.searches.splice(at, 1);
    else {
      const title = document.title.replace(/ · Trawl$/, "");
      const chips = all(".chip").map((chip) => chip.textContent.trim().replace(/\s+/g, " "));
      const parts = [title, ...chips].join(" · ");
      saved.searches.unshift({ href, title: parts, at: new Date().toISOString() });
    }
    announce(at >= 0 ? "No longer saved" : "Search saved in this browser");
  });
}

function notes() {
  const place = one("#notes:not(.ready)");
  if (!place) return;
  place.classList.add("ready");
  place.hidden = false;
  const tweet = place.closest("[data-tweet]");
  place.append(...fields(tweet.dataset.tweet, (saved) => kept(saved, tweet.dataset.tweet, tweet)));
}

/** Fields for a tweet's tags and note, saved as they are typed. */
function fields(id, find) {
  const now = read().tweets[id];
  const tags = make("input", {
    id: `tags-${id}`,
    value: (now?.tags ?? []).join(", "),
    placeholder: "separated by commas",
    change: (event) =>
      change((saved) => {
        const typed = event.target.value.split(",").map((tag) => tag.trim());
        find(saved).tags = [...new Set(typed.filter(Boolean))];
      }),
  });
  const note = make("textarea", {
    id: `note-${id}`,
    rows: "3",
    dir: "auto",
    change: (event) => change((saved) => (find(saved).note = event.target.value.trim())),
  });
  note.value = now?.note ?? "";
  return [
    make("p", {}, make("label", { for: `tags-${id}` }, "Tags"), tags),
    make("p", {}, make("label", { for: `note-${id}` }, "Note"), note),
  ];
}

function list() {
  const place = one("#saved-lists");
  if (!place || place.contains(document.activeElement)) return;
  const { searches, tweets } = read();
  const byTag = new URLSearchParams(location.search).get("tag");
  const entries = Object.entries(tweets)
    .filter(([, tweet]) => !byTag || tweet.tags.includes(byTag))
    .sort(([, a], [, b]) => (a.time < b.time ? 1 : -1));
  const tags = [...new Set(Object.values(tweets).flatMap((tweet) => tweet.tags))].sort();
  place.replaceChildren(
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
  mark();
}

function tagLine(tags, chosen) {
  const link = (label, href, now) =>
    make("li", {}, make("a", { href, "aria-current": now ? "true" : null }, label));
  return make(
    "ul",
    { class: "segments", "aria-label": "Tags" },
    link("All", "/saved", !chosen),
    ...tags.map((tag) => link(tag, `/saved?tag=${encodeURIComponent(tag)}`, tag === chosen)),
  );
}

function savedSearch({ href, title, at }) {
  const drop = () =>
    change((saved) => (saved.searches = saved.searches.filter((search) => search.href !== href)));
  return make(
    "li",
    {},
    make("a", { href, dir: "auto" }, title),
    make("span", { class: "label" }, `saved ${at.slice(0, 10)}`),
    make("button", { type: "button", class: "plain", click: drop, "aria-label": `Remove ${title}` }, "Remove"),
  );
}

function savedTweet([id, tweet]) {
  const item = make(
    "li",
    { "data-tweet": id, class: "starred-ready" },
    make("p", { class: "label" }, make("bdi", {}, tweet.account), ` · ${tweet.time.slice(0, 16).replace("T", " ")} UTC`),
    make("p", { class: "text", dir: "auto" }, make("a", { href: `/tweets/${id}` }, tweet.text)),
    ...fields(id, (saved) => (saved.tweets[id] ??= { ...tweet })),
  );
  const drop = () => change((saved) => delete saved.tweets[id]);
  item.append(make("button", { type: "button", class: "plain", click: drop }, "Remove"));
  return item;
}

function files() {
  const out = one("#saved-export");
  const into = one("#saved-import");
  if (!out || !into) return;
  out.addEventListener("click", () => {
    const address = URL.createObjectURL(new Blob([exported()], { type: "application/json" }));
    make("a", { href: address, download: "trawl-saved.json" }).click();
    URL.revokeObjectURL(address);
  });
  into.addEventListener("change", async () => {
    try {
      imported(await into.files[0].text());
      one("#saved-says").textContent = "Added to what was here.";
    } catch (error) {
      one("#saved-says").textContent = error instanceof SyntaxError ? "This file cannot be read." : error.message;
    }
    into.value = "";
  });
}
