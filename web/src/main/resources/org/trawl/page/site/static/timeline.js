// Lets the timeline be read and cut by mouse, touch and keyboard. The bars are the server's; this
// lays a slider over them that says the period under the pointer or the cursor and marks a span.

import { all, make, one, onParts } from "./dom.js";
import { go } from "./navigate.js";

export function start() {
  onParts(() => {
    const plot = one("#timeline [data-plot]");
    if (plot && !one(".brush", plot)) brush(plot);
  });
}

function brush(plot) {
  const periods = all("#twin tbody tr").map((row) => ({
    since: row.dataset.since,
    until: row.dataset.until,
    href: one("a", row).getAttribute("href"),
    says: `${one("th", row).textContent}: ${tweets(one("td", row).textContent)}`,
    count: one("td", row).textContent,
    label: one("th", row).textContent,
    counts: all("[data-count]", row).map((cell) => Number(cell.dataset.count)),
  }));
  // Of several searches side by side, each is said by its name.
  const names = all("#twin th[data-name]").map((cell) => cell.dataset.name);
  const sums = (low, high) =>
    names
      .map((name, at) => {
        let sum = 0;
        for (let i = low; i <= high; i++) sum += periods[i].counts[at];
        return `${name} ${sum.toLocaleString("en")}`;
      })
      .join(" · ");
  const last = periods.length - 1;
  const span = make("div", { class: "span", hidden: true });
  const slider = make(
    "div",
    {
      class: "brush",
      role: "slider",
      tabindex: "0",
      "aria-label": "Timeline. Arrow keys step, with Shift they mark a span, Enter zooms in",
      "aria-describedby": "timeline-says",
      "aria-valuemin": "0",
      "aria-valuemax": String(last),
    },
    span,
  );
  let from = 0;
  let to = 0;
  let marked = false;
  let dragging = false;

  const say = () => {
    const [low, high] = [Math.min(from, to), Math.max(from, to)];
    const period = low === high ? periods[to].label : `${periods[low].label} to ${periods[high].label}`;
    const text = names.length
      ? `${period}: ${sums(low, high)}`
      : low === high
        ? periods[to].says
        : `${periods[low].label} to ${periods[high].label}: ${tweets(total(periods, low, high))}`;
    slider.setAttribute("aria-valuenow", String(to));
    slider.setAttribute("aria-valuetext", text);
    one("#readout").textContent = text;
    const unit = 100 / periods.length;
    span.hidden = !marked;
    span.style.left = `${low * unit}%`;
    span.style.width = `${(high - low + 1) * unit}%`;
  };
  const clear = () => {
    marked = false;
    from = to;
    span.hidden = true;
    one("#readout").textContent = "";
  };
  const zoom = () => {
    const [low, high] = [Math.min(from, to), Math.max(from, to)];
    const first = new URL(periods[low].href, location.href);
    const until = new URL(periods[high].href, location.href).searchParams.get("until");
    first.searchParams.set("until", until);
    go(first.pathname + first.search.replaceAll("%3A", ":"));
  };
  const at = (event) => {
    const box = slider.getBoundingClientRect();
    const place = Math.floor(((event.clientX - box.left) / box.width) * periods.length);
    return Math.min(last, Math.max(0, place));
  };

  slider.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    slider.setPointerCapture(event.pointerId);
    from = to = at(event);
    dragging = marked = true;
    say();
  });
  slider.addEventListener("pointermove", (event) => {
    to = at(event);
    if (!dragging) from = to;
    if (!dragging && document.activeElement !== slider) marked = true;
    say();
  });
  slider.addEventListener("pointerup", () => {
    if (dragging) zoom();
    dragging = false;
  });
  slider.addEventListener("pointercancel", () => {
    dragging = false;
    clear();
  });
  slider.addEventListener("pointerleave", () => {
    if (!dragging) clear();
  });
  slider.addEventListener("focus", () => {
    // Focus that stays here after a drag chooses nothing.
    if (!slider.matches(":focus-visible")) return;
    marked = true;
    say();
  });
  slider.addEventListener("blur", clear);
  slider.addEventListener("keydown", (event) => {
    const page = Math.max(1, Math.round(periods.length / 10));
    const steps = {
      ArrowLeft: -1,
      ArrowDown: -1,
      ArrowRight: 1,
      ArrowUp: 1,
      PageDown: -page,
      PageUp: page,
      Home: -Infinity,
      End: Infinity,
    };
    if (event.key in steps) {
      to = Math.min(last, Math.max(0, to + steps[event.key]));
      if (!event.shiftKey) from = to;
      marked = true;
      say();
    } else if (event.key === "Enter") {
      zoom();
    } else if (event.key === "Backspace" || event.key === "-") {
      (one(".moves .out") ?? one(".moves .all"))?.click();
    } else if (event.key === "Escape" && from !== to) {
      from = to;
      say();
      event.stopPropagation();
    } else {
      return;
    }
    event.preventDefault();
  });
  plot.append(slider);
  slider.setAttribute("aria-valuenow", "0");
  slider.setAttribute("aria-valuetext", periods[0].says);
}

const tweets = (count) => `${count} ${count === "1" ? "tweet" : "tweets"}`;

function total(periods, low, high) {
  let sum = 0;
  for (let i = low; i <= high; i++) sum += Number(periods[i].count.replaceAll(",", ""));
  return sum.toLocaleString("en");
}
