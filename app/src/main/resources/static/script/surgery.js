// Shows the screw rows of the levels that are fused.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const segments = [...document.querySelectorAll("[data-segment]")];
  const rows = [...document.querySelectorAll("tr[data-level]")];
  const show = () => {
    const levels = new Set(segments.filter((box) => box.checked).flatMap((box) => box.dataset.segment.split(" ")));
    rows.forEach((row) => { row.hidden = !levels.has(row.dataset.level) && !row.querySelector("input[type=checkbox]").checked; });
  };
  segments.forEach((box) => box.addEventListener("change", show));
  show();
});
