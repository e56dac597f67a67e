// What is peculiar about the tweets of a page, fetched when its fold is opened: the search has been
// answered then, and who does not look costs nothing.

import { all, announce, one, onParts } from "./dom.js";

onParts(() => {
  for (const fold of all("details[data-peculiar]:not(.ready)")) {
    fold.classList.add("ready");
    fold.addEventListener("toggle", () => fold.open && load(fold), { once: true });
  }
});

async function load(fold) {
  const place = one(".peculiarplace", fold);
  const link = place.innerHTML;
  place.textContent = "Counting …";
  try {
    const answer = await fetch(fold.dataset.peculiar);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const found = page.querySelector("#peculiar");
    if (!found) throw new Error("no answer");
    place.replaceChildren(found);
    announce("What is peculiar about these tweets is shown");
  } catch {
    place.innerHTML = link;
    announce("The server does not answer");
  }
}
