// Pictures: blurred or not loaded until clicked, as the reader chose, and large in a viewer.

import { all, announce, icon, make, one } from "./dom.js";

const NEXT = { shown: "blurred", blurred: "hidden", hidden: "shown" };
const choice = document.documentElement.dataset;

export function start() {
  if (!choice.pictures) return;
  const says = () => `Pictures ${choice.pictures}. Change to ${NEXT[choice.pictures]}`;
  const button = make("button", { type: "button", class: "appearance", "aria-label": says(), click: change }, icon("pictures"));
  one("nav.site").append(button);
  document.addEventListener("click", click);
  document.addEventListener("error", (event) => lost(event.target), true); // It does not bubble.

  function change() {
    choice.pictures = NEXT[choice.pictures];
    localStorage.setItem("trawl-pictures", choice.pictures);
    all(".shot.seen").forEach((shot) => shot.classList.remove("seen"));
    button.setAttribute("aria-label", says());
    announce(says());
  }
}

async function click(event) {
  const shot = event.target.closest("a.shot");
  if (!shot || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  // Few look at pictures large: the viewer comes when it is wanted.
  if (choice.pictures === "shown" || shot.matches(".seen")) (await import("./viewer.js")).view(shot);
  else shot.classList.add("seen");
}

const lost = (picture) =>
  picture.closest?.("a.shot, a.portrait")?.replaceChildren("Not at hand: the media folder was moved, or is out of reach.");
