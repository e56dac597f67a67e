// Marks a query's mistakes while it is typed, once the typing pauses: what is wrong, and a button that
// mends it. Without this module, the search says the same.

import { base, make, one, onParts } from "./dom.js";

const PAUSE_MS = 700;
// Longer ones stand in the path, and are read once they are sent.
const LONGEST = 2000;

export function start() {
  const input = one("#q");
  if (!input) return;
  let timer;
  let asked = 0;

  const line = () => {
    if (!one("#mistakes")) {
      one(".boxlinks").prepend(make("span", { id: "mistakes", class: "mistakes", role: "status" }));
    }
    return one("#mistakes");
  };
  const show = (...content) => {
    line().replaceChildren(...content);
    if (content.length) {
      input.setAttribute("aria-invalid", "true");
      input.setAttribute("aria-describedby", "mistakes");
    } else {
      input.removeAttribute("aria-invalid");
      input.removeAttribute("aria-describedby");
    }
  };
  const look = async () => {
    const mine = ++asked;
    const q = input.value;
    const search = new URLSearchParams({ q });
    const answer =
      q.trim() && q.length <= LONGEST
        ? await fetch(`${base}/api/parse?${search}`).then((found) => (found.ok ? found.json() : null), () => null)
        : null;
    if (mine !== asked) return;
    show(...(answer?.problems.length ? said(answer) : []));
  };
  const said = ({ text, problems }) => {
    const [{ position = 0, length = 0, detail, suggestion, mended }] = problems;
    const says = suggestion ? `${detail} – ${suggestion}` : detail;
    const wrong = text.slice(position, position + length);
    const mend = () => {
      input.value = mended;
      input.focus();
      look();
    };
    return [
      ...(wrong ? [make("code", { class: "wrong", dir: "auto" }, wrong), " "] : []),
      `${says}${problems.length > 1 ? `, and ${problems.length - 1} more` : ""} `,
      ...(mended ? [make("button", { type: "button", class: "plain", click: mend }, "Mend it")] : []),
    ];
  };

  onParts(() => {
    clearTimeout(timer);
    asked++;
    show();
  });
  input.addEventListener("input", () => {
    clearTimeout(timer);
    asked++;
    timer = setTimeout(look, PAUSE_MS);
  });
  input.form.addEventListener("submit", () => {
    clearTimeout(timer);
    asked++;
  });
}
