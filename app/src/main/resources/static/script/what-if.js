// A slider and the field beside it say the same.
"use strict";
document.querySelectorAll("[data-dial]").forEach((slider) => {
  const field = document.getElementById(slider.dataset.dial);
  slider.addEventListener("input", () => { field.value = slider.value; });
  slider.addEventListener("change", () => slider.form.requestSubmit());
  field.addEventListener("input", () => { slider.value = field.value; });
});
