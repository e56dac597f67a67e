// Opens a tweet beside the results where there is room for it; elsewhere the link does what links do.

import { all, make, one } from "./dom.js";
import { patiently } from "./status.js";

const WIDE = matchMedia("(min-width: 1200px)");

let opener = null;
let opening = null;

export function start() {
  document.addEventListener("click", async (event) => {
    const link = event.target.closest("[data-open]");
    const plain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey);
    if (!link || !plain || !WIDE.matches || !one(".desk") || event.defaultPrevented) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    await open(link);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && one("#beside") && !one("dialog[open]")) close();
  });
  document.addEventListener("trawl:parts", () => {
    if (!one("#beside")) one(".desk")?.classList.remove("with");
  });
}

/** The result that the keyboard goes on from. */
export const current = () => one(".results .current");

/** Makes a result that from which the keyboard goes on. */
export function point(hit) {
  all(".results .current").forEach((other) => other.classList.remove("current"));
  hit?.classList.add("current");
}

async function open(link) {
  const address = link.getAttribute("href");
  opening?.abort();
  const run = new AbortController();
  opening = run;
  const next = await patiently(address, run);
  if (!next || opening !== run) return;
  const tweet = one("#tweet", next);
  if (!tweet) {
    location.assign(address);
    return;
  }
  point(link.closest(".results li, .results tr"));
  if (link.closest(".results")) opener = link;
  one("#beside")?.remove();
  const beside = make(
    "aside",
    { id: "beside", class: "beside", "aria-label": "Tweet", tabindex: "-1" },
    make(
      "p",
      { class: "besidehead" },
      make("a", { href: address }, "Open its page"),
      make("button", { type: "button", class: "close", click: close }, "Close"),
    ),
    tweet,
  );
  one(".desk").append(beside);
  one(".desk").classList.add("with");
  document.dispatchEvent(new Event("trawl:parts"));
  beside.focus({ preventScroll: true });
}

function close() {
  opening?.abort();
  one("#beside")?.remove();
  one(".desk")?.classList.remove("with");
  if (opener?.isConnected) opener.focus();
}
