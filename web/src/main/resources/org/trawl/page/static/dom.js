// The few things that every module needs of the page.

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

/** An icon of the page's own set. */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `${document.body.dataset.icons}#${name}`);
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  svg.append(use);
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
