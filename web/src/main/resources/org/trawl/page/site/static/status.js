// What is waited for, said at the foot of the window: after a moment that something is on its way,
// with a way to cancel it; and that the server is busy or gone, when it is asked again.

import { Busy, make, one, page } from "./dom.js";

const SLOW_MS = 300;
const RETRY_SECONDS = 5;

let owner = null;

/** Shows a line of content, in place of what another owner may show. */
export function show(who, ...content) {
  one("#status")?.remove();
  owner = who;
  document.body.append(make("section", { id: "status", class: "status", "aria-label": "Status" }, ...content));
}

/** Takes away what this owner shows. */
export function clear(who) {
  if (owner !== who) return;
  owner = null;
  one("#status")?.remove();
}

/**
 * The page at an address, however long that takes: while the server is busy or gone it is asked again
 * and again, and everything stays on the screen. Null once `run`, an AbortController, was aborted, by
 * the reader or because something else is wanted.
 */
export async function patiently(address, run) {
  let failure = null;
  for (;;) {
    const slow = setTimeout(() => {
      if (!failure) show(run, ...progress(run));
    }, SLOW_MS);
    try {
      const next = await page(address, run.signal);
      clear(run);
      return next;
    } catch (error) {
      if (!run.signal.aborted) {
        const says = error instanceof Busy ? "The server is busy." : "The server does not answer.";
        // What has been said is not said again to screen readers, at each time that it fails.
        if (failure?.says !== says || owner !== run) failure = failed(says, run);
        await failure.wait(error instanceof Busy ? error.seconds : RETRY_SECONDS);
      }
      if (run.signal.aborted) {
        clear(run);
        return null;
      }
    } finally {
      clearTimeout(slow);
    }
  }
}

const progress = (run) => [
  make("progress", { "aria-label": "Searching" }),
  make("span", { role: "status" }, "Searching …"),
  button("Cancel", () => run.abort()),
];

function failed(says, run) {
  const count = make("span");
  let go = () => {};
  show(
    run,
    make("span", {}, make("span", { role: "alert" }, says), " ", count),
    button("Try now", () => go()),
    button("Stop", () => run.abort()),
  );
  const wait = (seconds) =>
    new Promise((resolve) => {
      let left = seconds;
      const tell = () => {
        count.textContent = left > 0 ? `Trying again in ${left} ${left === 1 ? "second" : "seconds"}.` : "Trying again …";
      };
      const each = setInterval(() => {
        left--;
        tell();
        if (left <= 0) go();
      }, 1000);
      go = () => {
        clearInterval(each);
        left = 0;
        tell();
        resolve();
      };
      run.signal.addEventListener("abort", go, { once: true });
      tell();
    });
  return { says, wait };
}

const button = (label, click) => make("button", { type: "button", click }, label);
