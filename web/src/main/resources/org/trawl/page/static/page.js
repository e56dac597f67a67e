// What scripts add to the pages, one module a behaviour. Every page works without.

import * as appearance from "./appearance.js";
import * as beside from "./beside.js";
import * as compare from "./compare.js";
import * as copy from "./copy.js";
import * as distinctive from "./distinctive.js";
import * as facets from "./facets.js";
import * as keys from "./keys.js";
import * as mistakes from "./mistakes.js";
import * as names from "./names.js";
import * as navigate from "./navigate.js";
import * as saved from "./saved.js";
import * as savedlist from "./savedlist.js";
import * as suggest from "./suggest.js";
import * as timeline from "./timeline.js";
import * as zone from "./zone.js";

for (const part of [appearance, beside, compare, copy, distinctive, keys, facets, mistakes, names, saved, savedlist, suggest, timeline, zone, navigate]) {
  part.start();
}
