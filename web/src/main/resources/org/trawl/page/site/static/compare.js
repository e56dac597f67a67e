// Saved searches as a way into the comparison: two to eight that are ticked, if the same is chosen
// beside all of them.

import { all, base, make, one } from "./dom.js";
import { read } from "./store.js";

const MOST = 8;
// What a comparison has once for all of its searches.
const SHARED = ["filter", "exclude", "since", "until", "zone"];

const boxes = all(".boxes input");
if (boxes.length) suggest(boxes);
document.addEventListener("change", ({ target }) => target.matches(".tick") && ticked());

/** A box that ticks a saved search, if its address can be compared. */
export function tick(search) {
  const [path, fields = ""] = search.href.split("?");
  if (path !== "/") return "";
  const known = new URLSearchParams(fields);
  return make("input", {
    type: "checkbox",
    class: "tick",
    "data-q": known.get("q") || "*",
    "data-shared": String(new URLSearchParams(SHARED.flatMap((name) => known.getAll(name).map((value) => [name, value])))),
    "aria-label": `Compare ${search.title}`,
  });
}

/** The line that tells what the ticked ones can do. */
export const line = () => make("p", { id: "ticked", role: "status", class: "note" });

function ticked() {
  const chosen = all(".tick:checked");
  const place = one("#ticked");
  const shared = new Set(chosen.map((box) => box.dataset.shared));
  if (chosen.length < 2) {
    place.textContent = chosen.length ? "Tick another search to compare it with this one." : "";
  } else if (chosen.length > MOST) {
    place.textContent = `No more than ${MOST} searches can be compared.`;
  } else if (shared.size > 1) {
    place.textContent =
      "These searches have different filters or dates, which a comparison has once for all: write them into the queries first.";
  } else {
    const queries = chosen.map((box) => `q=${encodeURIComponent(box.dataset.q)}`).join("&");
    const [beside] = shared;
    const href = `${base}/compare?${queries}${beside ? `&${beside}` : ""}`;
    place.replaceChildren(make("a", { class: "button primary", href }, `Compare the ${chosen.length} ticked`));
  }
}

function suggest(boxes) {
  const queries = new Set(
    read()
      .searches.map((search) => new URLSearchParams(search.href.split("?")[1] ?? "").get("q"))
      .filter(Boolean),
  );
  if (!queries.size) return;
  one("main").append(make("datalist", { id: "saved-queries" }, ...[...queries].map((value) => make("option", { value }))));
  for (const box of boxes) box.setAttribute("list", "saved-queries");
}
