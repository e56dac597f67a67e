// The reader's choice of light or dark; `theme.js` puts it in place at the next page.

import { announce, icon, make, one } from "./dom.js";

const KEY = "trawl-theme";
const NEXT = { auto: "dark", dark: "light", light: "auto" };
const NAMES = { auto: "as the system", dark: "dark", light: "light" };

export function start() {
  const button = make("button", { type: "button", class: "appearance", click: change }, icon("theme"));
  one("nav.site").append(button);
  label(button);
}

const now = () => localStorage.getItem(KEY) ?? "auto";

function change(event) {
  const next = NEXT[now()];
  if (next === "auto") {
    localStorage.removeItem(KEY);
    delete document.documentElement.dataset.theme;
  } else {
    localStorage.setItem(KEY, next);
    document.documentElement.dataset.theme = next;
  }
  label(event.currentTarget);
  announce(`Appearance: ${NAMES[next]}`);
}

function label(button) {
  const text = `Appearance: ${NAMES[now()]}. Change to ${NAMES[NEXT[now()]]}`;
  button.setAttribute("aria-label", text);
  button.title = text;
}
