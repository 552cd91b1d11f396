// Asks the browser where it is and finds places near to it. Without this script one writes the name of a place instead.
(function () {
  "use strict";
  const button = document.querySelector("[data-locate]");
  if (!button || !("geolocation" in navigator)) return;
  const form = button.form;
  const note = document.getElementById(button.getAttribute("aria-describedby"));
  button.hidden = false;
  note.hidden = false;

  button.addEventListener("click", function () {
    button.disabled = true;
    navigator.geolocation.getCurrentPosition(
      function (place) {
        // About 100 m: enough to find a place, and not where somebody lives.
        form.elements.at.value = place.coords.latitude.toFixed(3) + "," + place.coords.longitude.toFixed(3);
        form.elements.in.value = "";
        form.requestSubmit();
      },
      function () {
        button.disabled = false;
        note.textContent = button.dataset.failed;
        form.elements.in.focus();
      },
      { timeout: 10000, maximumAge: 60000 }
    );
  });
  // A page that comes back from the browser's memory can be asked again.
  window.addEventListener("pageshow", () => { button.disabled = false; });
})();
