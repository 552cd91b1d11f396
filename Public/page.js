// Reads the page aloud with the browser's own voice. Without this script nothing is missing but the button.
(function () {
  "use strict";
  const button = document.querySelector("[data-read]");
  if (!button || !("speechSynthesis" in window)) return;
  const start = button.dataset.read;
  const stop = button.dataset.stop;
  let isReading = false;

  function show(reading) {
    isReading = reading;
    button.textContent = reading ? stop : start;
  }

  // Long utterances are cut off by some voices, so headings, paragraphs and list items are spoken one by one.
  function pieces() {
    const found = document.querySelectorAll("main h1, main h2, main h3, main p, main dt, main dd, main li");
    return Array.from(found)
      .filter((node) => node.offsetParent !== null && !node.querySelector("h1, h2, h3, p, dt, dd, li"))
      .map((node) => ({ text: node.textContent.trim(), language: node.closest("[lang]").lang }))
      .filter((piece) => piece.text !== "");
  }

  button.hidden = false;
  button.addEventListener("click", function () {
    window.speechSynthesis.cancel();
    if (isReading) return show(false);
    const list = pieces();
    list.forEach(function (piece, index) {
      const utterance = new SpeechSynthesisUtterance(piece.text);
      utterance.lang = piece.language;
      if (index === list.length - 1) utterance.onend = () => show(false);
      window.speechSynthesis.speak(utterance);
    });
    show(list.length > 0);
  });
  window.addEventListener("pagehide", () => window.speechSynthesis.cancel());
})();
