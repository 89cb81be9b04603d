// Asks, for a vertebra, where its bone would be measured by the rule, and lets the reader take, move or leave each region.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector("form[data-read]");
  const viewer = document.querySelector("trabecula-viewer");
  const says = form?.querySelector("[data-bone]");
  if (!viewer || !says) return;
  const proposed = new Map();
  let row;

  const say = (key) => { says.textContent = key ? says.dataset[key] ?? key : ""; };
  const rowOf = (target) => form.querySelector(`[data-place="${CSS.escape(target.replace(/\.[a-z]+$/, ""))}"]`);
  const of = (place) => [...proposed.values()].filter((one) => one.target.startsWith(`${place}.`));
  const text = ({ results }) => {
    const [mean, sd, area] = ["MEAN", "SD", "AREA"].map((name) => results.find((one) => one.name === name)?.value);
    return mean === undefined ? "" : `${mean.toFixed(1)} HU, SD ${sd.toFixed(0)}, ${area.toFixed(0)} mm²`;
  };

  /** Beside each height what is proposed there, with its two buttons; in the last column what they come to. */
  const show = (part) => {
    const place = part.dataset.place;
    const all = of(place);
    for (const box of part.querySelectorAll("[data-proposed]")) {
      const one = all.find((other) => other.target === `${place}.${box.dataset.proposed}`);
      box.hidden = one === undefined;
      box.querySelector("span").textContent = one === undefined ? "" : text(one);
    }
    const together = part.querySelector("[data-proposed-mean]");
    together.hidden = all.length === 0;
    const means = all.map((one) => one.value);
    together.querySelector("span").textContent = means.length === 3 ? `${(means.reduce((sum, one) => sum + one, 0) / 3).toFixed(1)} HU` : "";
  };
  const gone = (id) => {
    const one = proposed.get(id);
    proposed.delete(id);
    if (one) show(rowOf(one.target));
  };

  viewer.addEventListener("measured", ({ detail }) => {
    if (detail.proposed) {
      proposed.set(detail.id, detail);
      show(rowOf(detail.target));
    } else {
      gone(detail.id);
    }
  });
  viewer.addEventListener("unmeasured", ({ detail }) => gone(detail.id));

  const leave = (place) => of(place).forEach((one) => viewer.erase(one.id));

  const ask = async ({ at, point }) => {
    const here = row;
    const place = here.dataset.place;
    leave(place);
    say("busy");
    form.setAttribute("aria-busy", "true");
    const body = new URLSearchParams({ _csrf: form.elements.namedItem("_csrf").value, level: here.dataset.name, series: at[0], image: at[1], frame: at[2], column: Math.max(0, point[0]), row: Math.max(0, point[1]) });
    try {
      const response = await fetch(`${form.getAttribute("action")}/bone`, { method: "POST", body, headers: { Accept: "application/json" } });
      const answer = response.ok || response.status === 422 ? await response.json() : { regions: [], refusal: says.dataset.failed };
      say(answer.refusal === "" ? "shown" : answer.refusal);
      await viewer.propose(answer.regions);
    } catch {
      say("failed");
    } finally {
      form.removeAttribute("aria-busy");
    }
  };
  viewer.addEventListener("picked", ({ detail }) => { if (row) ask(detail); });

  form.propose = (part) => {
    row = part;
    form.aim(part.dataset.place);
    say("click");
    viewer.pick();
    viewer.shadowRoot?.querySelector(".viewport")?.focus({ preventScroll: true });
  };
  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-propose], [data-take], [data-leave], [data-look]");
    const part = button?.closest("[data-vertebra]");
    if (!part) return;
    if ("propose" in button.dataset) return form.propose(part);
    const height = button.closest("[data-proposed]")?.dataset.proposed;
    const chosen = of(part.dataset.place).filter((one) => height === undefined || one.target.endsWith(`.${height}`));
    if ("look" in button.dataset) chosen.forEach((one) => viewer.show(one.at));
    else chosen.forEach((one) => ("take" in button.dataset ? viewer.take(one.id) : viewer.erase(one.id)));
    if (proposed.size === 0) say("");
    form.dispatchEvent(new Event("input", { bubbles: true }));
  });
});
