// Opens all values of a facet in a dialog, searched while typing; without this module the link leads
// to a page that does the same.

import { all, make, one, page } from "./dom.js";

const PAUSE_MS = 150;

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
  const list = (await page(address).catch(() => null))?.querySelector("#values");
  if (!list) {
    location.assign(address);
    return;
  }
  const dialog = make("dialog", { class: "sheet-dialog", "aria-labelledby": "values-title" });
  dialog.append(
    make("button", { type: "button", class: "close", click: () => dialog.close() }, "Close"),
    list,
  );
  dialog.addEventListener("close", () => dialog.remove());
  // A value chosen is another search; a longer list stays in the dialog.
  dialog.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link) return;
    if (link.hasAttribute("data-list")) {
      event.preventDefault();
      event.stopPropagation();
      show(dialog, link.getAttribute("href"));
    } else {
      setTimeout(() => dialog.close());
    }
  });
  dialog.addEventListener("change", () => setTimeout(() => dialog.close()));
  let timer;
  dialog.addEventListener("input", (event) => {
    if (event.target.name !== "prefix") return;
    clearTimeout(timer);
    timer = setTimeout(() => show(dialog, search(event.target.form)), PAUSE_MS);
  });
  dialog.addEventListener("submit", (event) => {
    event.preventDefault();
    event.stopPropagation();
    show(dialog, search(event.target));
  });
  document.body.append(dialog);
  dialog.showModal();
  one("input[name=prefix]", dialog)?.focus();
}

const search = (form) =>
  `${new URL(form.action).pathname}?${new URLSearchParams(new FormData(form))}`;

async function show(dialog, address) {
  const next = await page(address).catch(() => null);
  const list = next?.querySelector("#found");
  if (list) all("#found", dialog).forEach((old) => old.replaceWith(list));
}
