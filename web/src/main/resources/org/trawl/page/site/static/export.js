// How far a download is: the file comes by the browser itself, and its progress is asked for beside it.

import { all, base, make, one } from "./dom.js";

const EVERY = 500;

const form = one("#export");
const says = one("#export-says");

form.addEventListener("submit", () => {
  const token = crypto.randomUUID?.() ?? String(Math.random()).slice(2);
  one("[name=progress]", form)?.remove();
  form.append(make("input", { type: "hidden", name: "progress", value: token }));
  says.textContent = "Starting …";
  setTimeout(() => ask(token, 0), EVERY);
});

// One press for all columns of a kind.
for (const group of all("fieldset.ticks")) {
  const boxes = all("input", group);
  const button = make("button", { type: "button", class: "label", click: () => toggle(boxes) }, "All or none");
  one("legend", group).append(" ", button);
}

function toggle(boxes) {
  const on = boxes.some(box => !box.checked);
  for (const box of boxes) {
    box.checked = on;
  }
}

async function ask(token, missed) {
  const answer = await fetch(`${base}/api/exports/${token}`).catch(() => null);
  if (!answer?.ok) {
    // The request for the file may be on its way still.
    if (missed < 20) {
      setTimeout(() => ask(token, missed + 1), EVERY);
    } else {
      says.textContent = "";
    }
    return;
  }
  const { state, tweets, total, bytes } = await answer.json();
  const size = `${(bytes / 1e6).toFixed(1)} MB`;
  const number = tweets.toLocaleString("en");
  if (state === "running") {
    says.textContent = `${number} of ${total.toLocaleString("en")} tweets, ${size}`;
    setTimeout(() => ask(token, 0), EVERY);
  } else {
    says.textContent =
      state === "done"
        ? `Done: ${number} tweets, ${size}`
        : `Cut off after ${number} tweets: the file is not whole. Try again.`;
  }
}
