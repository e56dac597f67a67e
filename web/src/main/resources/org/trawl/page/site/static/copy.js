// Gives everything marked as copyable a button that copies it: a text as it stands in `data-copy`, a
// table or a list of values as lines with tabs, as spreadsheets take them.

import { all, announce, icon, make, onParts } from "./dom.js";

const LONGEST = 60;

export function start() {
  onParts(addButtons);
  document.addEventListener("trawl:values", addButtons);
}

function addButtons() {
  for (const place of all("[data-copy]:not(.ready)")) {
    place.classList.add("ready");
    if ("absolute" in place.dataset) place.textContent = text(place);
    const label = `Copy ${beginning(text(place))}`;
    place.after(button({ class: "copybutton", "aria-label": label, title: "Copy" }, () => text(place)));
  }
  for (const place of all("[data-copy-rows]:not(.ready)")) {
    place.classList.add("ready");
    place.before(button({ class: "copyrows" }, () => rows(place), place.dataset.copyRows));
  }
}

const text = ({ dataset }) =>
  "absolute" in dataset ? new URL(dataset.copy, location.href).href : dataset.copy;

/** So much of a text that it can be told from others. */
const beginning = (copied) => (copied.length > LONGEST ? `${copied.slice(0, LONGEST)} …` : copied);

const cell = (element) => element.textContent.trim().replace(/\s+/g, " ");

/** A table's rows, or those of a list of values: label, value and count. */
function rows(place) {
  const lines = all("tr", place).map((row) => [...row.cells].map(cell));
  for (const value of all(".value", place)) {
    const [, facet] = value.querySelector("input").value.match(/^[^:]*:(.*)$/s);
    lines.push([cell(value.querySelector(".name")), facet, cell(value.querySelector(".count"))]);
  }
  return lines.map((line) => line.join("\t")).join("\n");
}

function button(attributes, read, ...label) {
  const click = (event) => copy(event.currentTarget, read());
  return make("button", { type: "button", ...attributes, click }, icon("copy"), ...label);
}

async function copy(button, copied) {
  await navigator.clipboard.writeText(copied);
  button.classList.add("done");
  setTimeout(() => button.classList.remove("done"), 1500);
  announce("Copied");
}
