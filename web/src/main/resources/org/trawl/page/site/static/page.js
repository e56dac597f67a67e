// What scripts add to every page, one module a behaviour. Every page works without. What one page
// alone needs is loaded by its template.

import * as appearance from "./appearance.js";
import * as beside from "./beside.js";
import * as copy from "./copy.js";
import * as keys from "./keys.js";
import * as mistakes from "./mistakes.js";
import * as navigate from "./navigate.js";
import * as pictures from "./pictures.js";
import * as saved from "./saved.js";
import * as suggest from "./suggest.js";
import * as zone from "./zone.js";

for (const part of [appearance, beside, copy, keys, mistakes, pictures, saved, suggest, zone, navigate]) {
  part.start();
}
