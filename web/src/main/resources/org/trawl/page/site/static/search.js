// What scripts add where there are results or a timeline. It starts before `page.js`, whose
// `navigate.js` takes every click that these leave.

import "./distinctive.js";
import * as facets from "./facets.js";
import * as names from "./names.js";
import * as timeline from "./timeline.js";

for (const part of [facets, names, timeline]) {
  part.start();
}
