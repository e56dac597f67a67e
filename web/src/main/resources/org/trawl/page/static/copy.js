// Gives everything marked as copyable a button that copies it.

import { all, announce, icon, make, onParts } from "./dom.js";

export function start() {
  onParts(() => {
    for (const place of all("[data-copy]:not(.ready)")) {
      place.classList.add("ready");
      if ("absolute" in place.dataset) place.textContent = text(place);
      place.after(
        make(
          "button",
          { type: "button", class: "copybutton", "aria-label": "Copy", title: "Copy", click: copy },
          icon("copy"),
        ),
      );
    }
  });
}

const text = ({ dataset }) =>
  "absolute" in dataset ? new URL(dataset.copy, location.href).href : dataset.copy;

async function copy(event) {
  const button = event.currentTarget;
  await navigator.clipboard.writeText(text(button.previousElementSibling));
  button.classList.add("done");
  setTimeout(() => button.classList.remove("done"), 1500);
  announce("Copied");
}
