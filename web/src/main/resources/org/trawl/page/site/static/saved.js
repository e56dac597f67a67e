// Stars on tweets, "Save" on searches, tags and notes on a tweet's page.

import { all, announce, base, icon, make, one, onParts } from "./dom.js";
import { searching } from "./navigate.js";
import { fields } from "./notes.js";
import { change, read } from "./store.js";

export function start() {
  onParts(() => {
    stars();
    saveSearch();
    notes();
  });
  document.addEventListener("trawl:saved", mark);
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
    const tweet = one(".when, time", button.closest("[data-tweet]"))?.textContent.trim() ?? "";
    button.setAttribute("aria-label", `${on ? "Starred. Remove the star of" : "Star"} the tweet of ${tweet}`);
    button.title = on ? "Remove the star" : "Star this tweet";
  }
  const here = address();
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

// Where this search is on every server, whatever folder that is in.
const address = () => {
  const [path, search = ""] = (location.pathname + location.search).slice(base.length).split("?");
  // A tweet that is open beside it is not the search's.
  const kept = search.split("&").filter((field) => field && !/^(tweet|trail)=/.test(field));
  return path + (kept.length ? `?${kept.join("&")}` : "");
};

function saveSearch() {
  const tools = one(".tools");
  if (!searching() || !tools || one("#save")) return;
  tools.append(make("button", { type: "button", id: "save", class: "plain", click: saveThis }, "Save"));
  mark();
}

function saveThis() {
  const href = address();
  change((saved) => {
    const at = saved.searches.findIndex((search) => search.href === href);
    if (at >= 0) saved.searches.splice(at, 1);
    else {
      const title = document.title.replace(/ · Trawl$/, "");
      const chips = all(".chip").map((chip) => chip.textContent.trim().replace(/\s+/g, " "));
      const parts = [title, ...chips].join(" · ");
      const count = one("#total strong")?.textContent.replace(/[^0-9,]/g, "") ?? "";
      saved.searches.unshift({ href, title: parts, at: new Date().toISOString(), count });
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
