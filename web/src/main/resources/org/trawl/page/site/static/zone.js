// The time zone that the reader chose: kept in this browser, and in the address of what is opened from
// here on. A link that names no zone means UTC, whoever opens it: its search stays what it was.

import { all, make, one, onParts } from "./dom.js";

const KEY = "trawl-zone";
// What asks for times would ask for others in another zone.
const CLOCK = /(^|[\s(-])(since|until|time|since_time|until_time|hour|weekday):/i;

export function start() {
  const form = one("form.zone");
  form?.addEventListener("submit", (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    keep(one("#zone").value.trim());
    const fields = [...new FormData(form)].filter(([name, value]) => name !== "zone" || !isUtc(value));
    location.assign(`${location.pathname}?${new URLSearchParams(fields)}`);
  });
  one("#zone")?.addEventListener("focus", list, { once: true });
  onParts(() => {
    const kept = localStorage.getItem(KEY);
    if (!kept) return;
    all("a[href]").forEach((link) => lead(link, kept));
    const box = one(".searchbox");
    // A search that is begun from a page of its own zone goes on in it.
    if (box && !document.body.classList.contains("search") && !one("[name=zone]", box)) {
      box.prepend(make("input", { type: "hidden", name: "zone", value: kept }));
    }
  });
}

const isUtc = (name) => name.trim() === "" || name.trim().toUpperCase() === "UTC";

function keep(name) {
  if (isUtc(name)) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, name);
}

function lead(link, zone) {
  const to = new URL(link.href);
  if (to.origin !== location.origin || link.hasAttribute("download") || to.searchParams.has("zone")) return;
  const page = /\/(tweets|accounts)\/[^/]+$/.test(to.pathname);
  const query = to.searchParams.get("q");
  const dated = to.searchParams.has("since") || to.searchParams.has("until") || CLOCK.test(query ?? "");
  // On a page of results the server has led every link that belongs to its search.
  if (document.body.classList.contains("search") || (!page && (query === null || dated))) return;
  link.search += `${link.search ? "&" : "?"}zone=${zone.replace("+", "%2B")}`;
}

function list() {
  const names = Intl.supportedValuesOf?.("timeZone") ?? [];
  const options = ["UTC", ...names].map((name) => make("option", { value: name }));
  document.body.append(make("datalist", { id: "zones" }, ...options));
}
