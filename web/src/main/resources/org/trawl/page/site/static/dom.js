// The few things that every module needs of the page.

/** Where the server's addresses begin, such as `/trawl`; empty for the root of its host. */
export const base = document.documentElement.dataset.base ?? "";

/** The first element that fits, or null. */
export const one = (selector, root = document) => root.querySelector(selector);

/** All elements that fit, as an array. */
export const all = (selector, root = document) => [...root.querySelectorAll(selector)];

/** A new element with attributes (functions are listeners) and children. */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(key, value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value != null) element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
}

// The icons of what scripts add, as SVG's path data on 16 by 16 units; the server's are in `Icon`.
const ICONS = {
  copy: "M7 5.5h5A1.5 1.5 0 0 1 13.5 7v5a1.5 1.5 0 0 1-1.5 1.5H7A1.5 1.5 0 0 1 5.5 12V7A1.5 1.5 0 0 1 7 5.5ZM3.5 10.5h-1v-8h8v1",
  pictures: "M2.5 3.5h11v9h-11ZM2.5 10.5l3-3 2.5 2.5 2-2 3.5 3M10.5 6h.01",
  star: "m8 2 1.8 3.9 4.2.5-3.1 2.9.8 4.2L8 11.4l-3.7 2.1.8-4.2L2 6.4l4.2-.5Z",
  theme: "M13.5 8a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0ZM8 2.5v11M9.5 3v10M11 3.5v9M12.5 5v6",
};

/** An icon by its name in `ICONS`. */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", ICONS[name]);
  svg.setAttribute("class", "icon");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  svg.append(path);
  return svg;
}

/** Says something to screen readers. */
export function announce(text) {
  one("#announcer").textContent = text;
}

/** Calls back now and whenever parts of the page have been exchanged. */
export function onParts(callback) {
  callback();
  document.addEventListener("trawl:parts", callback);
}

/** A server that has too much to do, and when to ask it again. */
export class Busy extends Error {
  constructor(seconds) {
    super("the server is busy");
    this.seconds = seconds;
  }
}

/** The document at an address of this server; throws where it gives none. */
export async function page(address, signal) {
  const response = await fetch(address, { signal, headers: { Accept: "text/html" } });
  const wait = Number(response.headers.get("Retry-After"));
  if ([429, 503].includes(response.status) && wait > 0) throw new Busy(wait);
  if (![200, 400, 404].includes(response.status)) {
    throw new Error(`the server answered ${response.status}`);
  }
  return new DOMParser().parseFromString(await response.text(), "text/html");
}
