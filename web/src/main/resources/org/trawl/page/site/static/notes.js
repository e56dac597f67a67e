// The fields for a tweet's tags and note, kept in this browser as they are typed.

import { make } from "./dom.js";
import { change, read } from "./store.js";

const PAUSE_MS = 400;

// What has been typed and not yet kept; kept at once when the page is left.
const pending = new Set();
addEventListener("pagehide", () => pending.forEach((keep) => keep()));

/**
 * The fields of a tweet.
 *
 * @param find gives the tweet as it is kept, from all that is saved
 */
export function fields(id, find) {
  const now = read().tweets[id];
  const tags = make("input", { id: `tags-${id}`, placeholder: "separated by commas" });
  tags.value = (now?.tags ?? []).join(", ");
  // With a placeholder, styles know whether it is empty: on paper an empty one is left out.
  const note = make("textarea", { id: `note-${id}`, rows: "3", dir: "auto", placeholder: " " });
  note.value = now?.note ?? "";
  return [
    labelled("Tags", tags, (saved) => {
      const typed = tags.value.split(",").map((tag) => tag.trim());
      find(saved).tags = [...new Set(typed.filter(Boolean))];
    }),
    labelled("Note", note, (saved) => (find(saved).note = note.value.trim())),
  ];
}

function labelled(label, field, edit) {
  const says = make("span", { class: "kept" });
  let timer;
  const keep = () => {
    clearTimeout(timer);
    if (!pending.delete(keep)) return;
    change(edit);
    says.textContent = "Saved";
  };
  field.addEventListener("input", () => {
    pending.add(keep);
    says.textContent = "";
    clearTimeout(timer);
    timer = setTimeout(keep, PAUSE_MS);
  });
  field.addEventListener("change", keep);
  return make("p", {}, make("label", { for: field.id }, label), field, says);
}
