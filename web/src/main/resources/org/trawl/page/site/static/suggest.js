// Suggestions under the query box while typing, as an ARIA combobox.

import { base, make, one } from "./dom.js";

const PAUSE_MS = 120;

export function start() {
  const input = one("#q");
  if (!input) return;
  const list = make("ul", { id: "suggestions", role: "listbox", "aria-label": "Suggestions", hidden: true });
  input.closest(".box").append(list);
  for (const [name, value] of Object.entries({
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": "suggestions",
  })) {
    input.setAttribute(name, value);
  }
  let timer;
  let asked = 0;
  let chosen = -1;

  const close = () => {
    clearTimeout(timer);
    asked++;
    list.hidden = true;
    chosen = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const choose = (index) => {
    const options = [...list.children];
    chosen = (index + options.length + 1) % (options.length + 1);
    options.forEach((option, i) => option.setAttribute("aria-selected", String(i === chosen)));
    if (chosen === options.length) {
      chosen = -1;
      input.removeAttribute("aria-activedescendant");
      return;
    }
    input.setAttribute("aria-activedescendant", options[chosen].id);
    options[chosen].scrollIntoView({ block: "nearest" });
  };
  const take = (option) => {
    const { start: from, end: to, text } = option.dataset;
    input.setRangeText(text, Number(from), Number(to), "end");
    input.focus();
    close();
    if (text.endsWith(":")) ask();
  };
  const ask = async () => {
    const mine = ++asked;
    const cursor = input.selectionStart;
    const address = `${base}/api/suggest?${new URLSearchParams({ text: input.value.slice(0, cursor) })}`;
    const answer = await fetch(address).then((response) => (response.ok ? response.json() : null), () => null);
    if (mine !== asked || document.activeElement !== input) return;
    const found = answer?.suggestions ?? [];
    list.replaceChildren(...found.map((suggestion, i) => option(suggestion, i, answer)));
    list.hidden = found.length === 0;
    chosen = -1;
    input.setAttribute("aria-expanded", String(found.length > 0));
    input.removeAttribute("aria-activedescendant");
  };

  list.addEventListener("pointerdown", (event) => {
    const option = event.target.closest("[role=option]");
    if (!option) return;
    event.preventDefault();
    take(option);
  });
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE_MS);
  });
  input.addEventListener("blur", close);
  input.form.addEventListener("submit", close);
  input.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    const { length } = list.children;
    if (event.key === "ArrowDown") choose(chosen + 1);
    else if (event.key === "ArrowUp") choose(chosen < 0 ? length - 1 : chosen - 1 < 0 ? length : chosen - 1);
    else if (event.key === "Enter" && chosen >= 0) take(list.children[chosen]);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
}

function option(suggestion, index, { position, length }) {
  const item = make(
    "li",
    { id: `suggestion-${index}`, role: "option", "aria-selected": "false" },
    make("bdi", {}, suggestion.text),
    make("span", { class: "label" }, suggestion.kind.replaceAll("_", " ")),
    make("span", { class: "count" }, suggestion.count ? suggestion.count.toLocaleString("en") : ""),
  );
  Object.assign(item.dataset, { start: position, end: position + length, text: suggestion.text });
  return item;
}
