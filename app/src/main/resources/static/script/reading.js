// The sheet of a case: shows on the sketch what has been judged, and fills in "no lucency" with one key.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector("form[data-read]");
  if (!form) return;
  const looseFrom = Number(form.dataset.looseFrom);
  const field = (place, part) => form.elements.namedItem(`${place}.${part}`);
  const mark = (place, state) => {
    const shape = form.querySelector(`[data-mark="${place}"]`);
    if (shape) shape.dataset.state = state;
  };

  const screw = (row) => {
    const place = row.dataset.place;
    const hidden = field(place, "hidden").checked;
    const width = field(place, "mm");
    const sign = field(place, "sign");
    width.disabled = hidden;
    sign.disabled = hidden;
    row.querySelector("[data-zero]").disabled = hidden;
    if (hidden) return "hidden";
    if (width.value === "") return "";
    return Number(width.value) >= looseFrom || sign.checked ? "loose" : "firm";
  };

  const segment = (part) => {
    const chosen = field(part.dataset.place, "grade").value;
    if (chosen === "") return "";
    if (chosen === "indeterminate") return "hidden";
    return chosen === "I" || chosen === "II" ? "firm" : "loose";
  };

  const look = () => {
    let judged = 0;
    for (const part of form.querySelectorAll("[data-screw], [data-segment]")) {
      const state = "screw" in part.dataset ? screw(part) : segment(part);
      part.dataset.state = state;
      mark(part.dataset.place, state);
      if (state !== "") judged += 1;
    }
    form.querySelector("[data-judged]").textContent = String(judged);
  };

  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-zero]");
    if (!button) return;
    const width = form.elements.namedItem(button.dataset.zero);
    width.value = "0";
    width.dispatchEvent(new Event("input", { bubbles: true }));
  });
  // A sheet is sent by its button alone: Enter in a number goes on to the next field.
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target.tagName !== "INPUT") return;
    event.preventDefault();
    const fields = [...form.querySelectorAll("input:not([type=hidden]), textarea, button")].filter((one) => !one.disabled);
    fields[fields.indexOf(event.target) + 1]?.focus();
  });
  for (const link of form.querySelectorAll("[data-mark]")) {
    link.addEventListener("click", (event) => {
      const part = document.getElementById(`field-${link.dataset.mark}`);
      if (!part) return;
      event.preventDefault();
      part.scrollIntoView({ block: "nearest" });
      form.aim(link.dataset.mark);
    });
  }
  form.addEventListener("input", look);
  look();
});
