// Puts the reader's choice of light or dark in place before anything is painted. Not a module, as
// modules run after the first paint.
(() => {
  const chosen = localStorage.getItem("trawl-theme");
  if (chosen === "light" || chosen === "dark") {
    document.documentElement.dataset.theme = chosen;
  }
})();
