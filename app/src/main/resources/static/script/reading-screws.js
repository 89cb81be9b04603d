// Fetches what the assistant measured at the screws of a signed read; while it measures, the page says so.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const place = document.querySelector("[data-screws]");
  const viewer = document.querySelector("trabecula-viewer");
  if (!place) return;
  const failed = () => {
    place.querySelector(".notice").textContent = place.dataset.failed;
  };
  fetch(place.dataset.screws, { headers: { Accept: "text/html" } })
    .then(async (answer) => {
      if (!answer.ok && answer.status !== 422) return failed();
      place.innerHTML = await answer.text();
    })
    .catch(failed)
    .finally(() => place.removeAttribute("aria-busy"));
  place.addEventListener("click", (event) => {
    const at = event.target.closest("[data-at]")?.dataset.at;
    if (at) viewer?.show(at.split(",").map(Number));
  });
});
