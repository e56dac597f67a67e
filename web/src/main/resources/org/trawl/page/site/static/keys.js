// The keyboard: / box, j and k through results, Enter opens, Esc closes, e export, ? help. Single
// keys can be switched off in the help card, for people whose tools type them by accident.

import { current, point } from "./beside.js";
import { all, base, make, one } from "./dom.js";
import { patiently } from "./status.js";

const OFF = "trawl-keys-off";

export function start() {
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return closeMenus(event);
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (localStorage.getItem(OFF)) return;
    const run = { "/": box, j: () => step(1), k: () => step(-1), e: exports, "?": help }[event.key];
    if (run) {
      event.preventDefault();
      run();
    }
  });
  document.addEventListener("click", (event) => {
    all(".menu[open]").forEach((menu) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
    const link = event.target.closest("[data-help]");
    if (link && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      help();
    }
  });
}

const typing = (target) =>
  target.closest("input:not([type=checkbox]), textarea, select, [contenteditable], dialog");

function box() {
  const input = one("#q");
  input.focus();
  input.setSelectionRange(input.value.length, input.value.length);
}

function step(by) {
  const hits = all(".results [data-tweet]").map((hit) => hit.closest("li, tr"));
  if (!hits.length) return;
  const focused = hits.findIndex((hit) => hit.contains(document.activeElement));
  const now = focused >= 0 ? focused : hits.indexOf(current());
  const next = hits[Math.min(hits.length - 1, Math.max(0, now + by))];
  point(next);
  const link = one("[data-open]", next);
  link.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
  // An open tweet keeps up with the list.
  if (one("#beside") && next !== hits[now]) link.click();
}

function exports() {
  const menu = one("#menu-export");
  if (!menu) return;
  menu.open = true;
  one("a", menu).focus();
}

function closeMenus(event) {
  const open = all(".menu[open]");
  if (!open.length) return;
  open.forEach((menu) => {
    menu.open = false;
    if (menu.contains(document.activeElement)) one("summary", menu).focus();
  });
  event.stopImmediatePropagation();
}

async function help() {
  const card = (await patiently(`${base}/help`, new AbortController()))?.querySelector("#card");
  if (!card) return;
  const dialog = make("dialog", { class: "sheet-dialog", "aria-labelledby": "card-title" });
  const off = make("input", { type: "checkbox", id: "keys-on" });
  off.checked = !localStorage.getItem(OFF);
  off.addEventListener("change", () => {
    if (off.checked) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, "yes");
  });
  dialog.append(
    make("button", { type: "button", class: "close", click: () => dialog.close() }, "Close"),
    card,
    make("p", { class: "keys-on" }, off, make("label", { for: "keys-on" }, "Single-key shortcuts are on")),
  );
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
