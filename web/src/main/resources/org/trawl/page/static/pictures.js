// Pictures: blurred or not loaded until clicked, as the reader chose, and large in a viewer.

import { all, announce, make, one } from "./dom.js";

const KEY = "trawl-pictures";
const NEXT = { shown: "blurred", blurred: "hidden", hidden: "shown" };
const NAMES = { shown: "shown", blurred: "blurred until clicked", hidden: "not loaded until clicked" };
const root = document.documentElement;

export function start() {
  if (!root.dataset.pictures) return;
  const button = make("button", { type: "button", class: "pictures", click: change });
  one("nav.site").append(button);
  label(button);
  document.addEventListener("click", click);
  // Errors of pictures do not bubble.
  document.addEventListener("error", (event) => missing(event.target), true);
}

function change(event) {
  root.dataset.pictures = NEXT[root.dataset.pictures];
  localStorage.setItem(KEY, root.dataset.pictures);
  all(".shot.seen").forEach((shot) => shot.classList.remove("seen"));
  label(event.currentTarget);
  announce(`Pictures: ${NAMES[root.dataset.pictures]}`);
}

function label(button) {
  button.textContent = `Pictures ${root.dataset.pictures}`;
  button.title = `Pictures: ${NAMES[root.dataset.pictures]}. Change to ${NAMES[NEXT[root.dataset.pictures]]}`;
}

async function click(event) {
  const shot = event.target.closest("a.shot");
  if (!shot || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  if (root.dataset.pictures !== "shown" && !shot.classList.contains("seen")) shot.classList.add("seen");
  // Few look at pictures large: the viewer comes when it is wanted.
  else (await import("./viewer.js")).view(shot);
}

function missing(picture) {
  const shot = picture.closest?.(".shot");
  shot?.replaceChildren("Not at hand: the media folder was moved, or the server cannot reach it.");
  shot?.classList.add("lost");
}
