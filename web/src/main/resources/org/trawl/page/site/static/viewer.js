// The pictures of a page, large, one after the other. Arrows or j and k go on, Esc closes.

import { all, make } from "./dom.js";

/** Shows a picture of the page. */
export function view(first) {
  const shots = all("a.shot");
  let at = shots.indexOf(first);
  const figure = make("figure");
  const dialog = make("dialog", { class: "viewer", "aria-label": "Pictures of this page" }, figure);
  const close = make("button", { type: "button", click: () => dialog.close() }, "Close");
  const step = (by) => {
    at = (at + by + shots.length) % shots.length;
    const { href, dataset } = shots[at];
    const of = make("a", { href: dataset.of }, "Its tweet");
    const move = (to, text) => make("button", { type: "button", click: () => step(to) }, text);
    const text = `${dataset.says}, ${dataset.facts}. ${at + 1} of ${shots.length} here. `;
    figure.replaceChildren(
      dataset.form === "video"
        ? make("video", { src: href, controls: true, autoplay: true })
        : make("img", { src: href, alt: dataset.says }),
      make("figcaption", {}, text, of, move(-1, "Previous"), move(1, "Next"), close),
    );
  };
  dialog.addEventListener("keydown", ({ key }) => {
    const by = { ArrowLeft: -1, k: -1, ArrowRight: 1, j: 1 }[key];
    if (by) step(by);
  });
  dialog.addEventListener("close", () => (dialog.remove(), shots[at].focus()));
  document.body.append(dialog);
  dialog.showModal();
  step(0);
}
