// Puts the reader's choices of light or dark and of pictures in place before anything is painted. Not a module, as
// modules run after the first paint.
(() => {
  const { dataset } = document.documentElement;
  if (dataset.pictures) dataset.pictures = localStorage.getItem("trawl-pictures") ?? dataset.pictures;
  const chosen = localStorage.getItem("trawl-theme");
  if (chosen === "light" || chosen === "dark") {
    dataset.theme = chosen;
  }
})();
