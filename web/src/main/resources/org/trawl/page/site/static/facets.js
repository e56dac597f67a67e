// Opens all values of a facet in a dialog, searched while typing. What is ticked or excluded there
// counts at once, behind the dialog, which stays for the next value. Without this module the link
// leads to a page that does the same.

import { make, one, page } from "./dom.js";
import { patiently } from "./status.js";

const PAUSE_MS = 150;

let opening = null;

export function start() {
  document.addEventListener("click", async (event) => {
    const link = event.target.closest("[data-more]");
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    await open(link.getAttribute("href"));
  });
}

async function open(address) {
  opening?.abort();
  const run = new AbortController();
  opening = run;
  const next = await patiently(address, run);
  if (!next || opening !== run) return;
  const values = one("#values", next);
  if (!values) {
    location.assign(address);
    return;
  }
  const found = make("span", { class: "unit" });
  one("h1", values).append(" ", found);
  const dialog = make(
    "dialog",
    { class: "sheet-dialog", "aria-labelledby": "values-title" },
    make("button", { type: "button", class: "close", click: () => dialog.close() }, "Close"),
    values,
  );
  const path = new URL(one(".lookup", dialog).action).pathname;
  const list = () => {
    const wanted = new URLSearchParams(location.search);
    wanted.delete("after");
    wanted.set("contains", one("[name=contains]", dialog).value);
    show(dialog, `${path}?${wanted}`);
  };
  const total = () => (found.textContent = one("#total strong")?.textContent ?? "");
  const changed = () => {
    total();
    list();
  };
  let timer;
  dialog.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-list]");
    if (!link) return;
    event.preventDefault();
    event.stopPropagation();
    show(dialog, link.getAttribute("href"));
  });
  dialog.addEventListener("input", (event) => {
    if (event.target.name !== "contains") return;
    clearTimeout(timer);
    timer = setTimeout(list, PAUSE_MS);
  });
  dialog.addEventListener("submit", (event) => {
    event.preventDefault();
    event.stopPropagation();
    list();
  });
  document.addEventListener("trawl:parts", changed);
  dialog.addEventListener("close", () => {
    clearTimeout(timer);
    document.removeEventListener("trawl:parts", changed);
    dialog.remove();
  });
  total();
  document.body.append(dialog);
  document.dispatchEvent(new Event("trawl:values"));
  dialog.showModal();
  one("input[name=contains]", dialog).focus();
}

async function show(dialog, address) {
  const next = await page(address).catch(() => null);
  const found = next?.querySelector("#found");
  if (!found) return;
  const { id } = document.activeElement;
  one("#found", dialog).replaceWith(found);
  document.dispatchEvent(new Event("trawl:values"));
  if (id && document.activeElement === document.body) document.getElementById(id)?.focus();
}
