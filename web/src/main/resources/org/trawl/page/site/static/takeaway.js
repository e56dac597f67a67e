// A chart as a picture: the drawing is the server's, the picture is made here, with this browser's
// letters for every script.

import { all, announce, make, onParts } from "./dom.js";

/** Twice as fine as a screen, for print. */
const SCALE = 2;

onParts(() => {
  for (const drawing of all("[data-picture]")) {
    drawing.closest("li").before(item(drawing.dataset.picture, drawing.href));
    delete drawing.dataset.picture;
  }
});

function item(label, drawing) {
  return make("li", {}, make("a", { href: drawing, click: event => { event.preventDefault(); save(drawing); } }, label));
}

/** `trawl-timeline.png`. */
function name(address) {
  const [, chart] = /([a-z]+)\.svg$/.exec(new URL(address, location).pathname);
  return `trawl-${chart}.png`;
}

async function save(address) {
  const answer = await fetch(address).catch(() => null);
  if (!answer?.ok) {
    announce("The chart could not be made. Try again.");
    return;
  }
  const source = URL.createObjectURL(new Blob([await answer.text()], { type: "image/svg+xml" }));
  const image = new Image();
  image.src = source;
  await image.decode();
  const canvas = make("canvas", {});
  canvas.width = image.naturalWidth * SCALE;
  canvas.height = image.naturalHeight * SCALE;
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(source);
  canvas.toBlob(picture => {
    const link = make("a", { href: URL.createObjectURL(picture), download: name(address) });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }, "image/png");
}
