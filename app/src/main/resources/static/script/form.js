// Scores while one types: the server calculates and says which items apply, so that one engine decides.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector("form[data-live]");
  if (!form) return;
  let timer = 0;
  let asked = 0;
  const show = (live) => {
    for (const [name, value] of Object.entries(live.calculated)) {
      const output = form.querySelector(`[data-calculated="${name}"]`);
      if (output) output.value = value;
    }
    for (const [name, shown] of Object.entries(live.shown)) {
      const item = form.querySelector(`[data-item="${name}"]`);
      if (!item) continue;
      item.hidden = !shown;
      item.querySelectorAll("input, select, textarea").forEach((field) => { field.disabled = !shown; });
    }
    form.dataset.scored = String(asked);
  };
  const ask = async () => {
    const mine = ++asked;
    const answer = await fetch(form.dataset.live, { method: "POST", body: new URLSearchParams(new FormData(form)) });
    if (answer.ok && mine === asked) show(await answer.json());
  };
  form.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 150); });
  form.querySelectorAll("[data-item][hidden]").forEach((item) =>
    item.querySelectorAll("input, select, textarea").forEach((field) => { field.disabled = true; }));
});
