// Binds what is drawn in the viewer to the screw, segment or vertebra that is chosen on the sheet, and fills its fields.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector("form[data-read]");
  const viewer = document.querySelector("trabecula-viewer");
  if (!form || !viewer) return;
  const hidden = form.elements.namedItem("measurements");
  const name = form.querySelector("[data-target-name]");
  const nothing = name.textContent;
  const drawn = new Map();
  // A line drawn again for one of these takes the place of the one before.
  const single = /\.(flexion|extension|upper|middle|lower)$/;
  // A screw is placed once on each image of a radiograph, once in each series of a CT.
  const places = form.dataset.places !== undefined;
  const sameSpace = (one, other) => one.at[0] === other.at[0] && (form.dataset.modality === "CT" || one.at.join() === other.at.join());
  const units = { MM: " mm", PIXEL: " px", DEGREE: "°", HU: " HU", GREY: "" };
  const hundredths = (value) => Math.round(value * 100) / 100;
  const tenths = (value) => (Math.round(hundredths(value) * 10) / 10).toFixed(1);
  const of = (target) => [...drawn.values()].filter((one) => one.target === target);
  const result = (target, what, unit) => of(target).at(-1)?.results.find((one) => one.name === what && one.unit === unit)?.value;

  const fill = (field, value) => {
    const input = form.elements.namedItem(field);
    if (input && value !== undefined && input.value !== value) {
      input.value = value;
      form.dispatchEvent(new Event("input", { bubbles: true }));
    }
  };
  const difference = (place, what, unit) => {
    const [bent, stretched] = ["flexion", "extension"].map((part) => result(`${place}.${part}`, what, unit));
    return bent === undefined || stretched === undefined ? undefined : tenths(Math.abs(hundredths(bent) - hundredths(stretched)));
  };

  const show = () => {
    hidden.value = drawn.size === 0 ? "" : JSON.stringify([...drawn.values()].map(({ target, shape, at, points, value, unit }) => ({ target, shape, at, points, value, unit })));
    for (const label of form.querySelectorAll("[data-measured]")) {
      const lines = of(label.dataset.measured);
      if (label.dataset.count !== undefined) {
        label.textContent = lines.length === 0 ? "" : label.dataset.count.replace("{0}", lines.length);
        continue;
      }
      label.textContent = lines.map((one) => `${one.unit === "DEGREE" && one.approximate ? "≈ " : ""}${one.value.toFixed(1)}${units[one.unit] ?? ""}${one.unit === "MM" && one.error ? ` ± ${(one.error * 100).toFixed(1)} %` : ""}`).join(", ");
      label.classList.toggle("uncalibrated", lines.some((one) => one.unit === "PIXEL"));
    }
    for (const part of form.querySelectorAll("[data-place]")) {
      const place = part.dataset.place;
      const widths = of(`${place}.lucency`).filter((one) => one.unit === "MM").map((one) => one.value);
      if (widths.length > 0) fill(`${place}.mm`, tenths(Math.max(...widths)));
      fill(`${place}.motion`, difference(place, "ANGLE", "DEGREE"));
      const mark = form.querySelector(`[data-approximate="${place}"]`);
      // Where the pixels' shape is not known, the angle is as if they were square, and so is what was signed.
      if (mark) mark.hidden = difference(place, "ANGLE", "DEGREE") === undefined || ![...of(`${place}.flexion`), ...of(`${place}.extension`)].some((one) => one.approximate);
      fill(`${place}.translation`, difference(place, "SHIFT", "MM"));
      const mean = form.querySelector(`[data-mean="${place}"]`);
      const means = ["upper", "middle", "lower"].map((height) => result(`${place}.${height}`, "MEAN", "HU")).filter((one) => one !== undefined);
      if (mean) mean.textContent = means.length === 3 ? `${tenths(means.reduce((sum, one) => sum + one, 0) / 3)} HU` : "";
    }
  };

  viewer.addEventListener("measured", ({ detail }) => {
    if (detail.proposed) return;
    const fresh = !drawn.has(detail.id);
    const others = of(detail.target).filter((one) => one.id !== detail.id);
    const earlier = places ? others.filter((one) => sameSpace(one, detail)) : single.test(detail.target) ? others : [];
    drawn.set(detail.id, detail);
    earlier.forEach((one) => viewer.erase(one.id));
    show();
    if (places && fresh && detail.target === viewer.target?.name) onward(detail);
  });
  viewer.addEventListener("unmeasured", ({ detail }) => {
    drawn.delete(detail.id);
    show();
  });

  // A value that is typed takes the place of what was drawn for it.
  form.addEventListener("input", (event) => {
    const [, place, part] = /^(.*)\.(mm|motion|translation)$/.exec(event.target.name ?? "") ?? [];
    if (!event.isTrusted || place === undefined) return;
    const gone = part === "mm" ? [`${place}.lucency`] : [`${place}.flexion`, `${place}.extension`];
    [...drawn.values()].filter((one) => gone.includes(one.target)).forEach((one) => viewer.erase(one.id));
  });

  const aim = (place, button) => {
    const part = form.querySelector(`[data-place="${CSS.escape(place)}"]`);
    const chosen = button ?? part?.querySelector("[data-aim]");
    const label = chosen ? `${part.dataset.name} · ${chosen.dataset.label ?? chosen.textContent.trim()}` : part?.dataset.name;
    viewer.target = part && chosen ? { name: `${place}.${chosen.dataset.aim}`, label, mm: part.dataset.mm ? Number(part.dataset.mm) : null } : undefined;
    name.textContent = label ?? nothing;
    for (const shape of form.querySelectorAll("[data-mark]")) shape.toggleAttribute("data-here", shape.dataset.mark === place);
    for (const one of form.querySelectorAll("[data-place]")) one.toggleAttribute("data-here", one === part);
  };
  /** The screw, segment or vertebra that is being judged. */
  form.here = () => form.querySelector("[data-place][data-here]");
  form.aim = aim;
  form.take = (button) => {
    aim(button.closest("[data-place]").dataset.place, button);
    viewer.draw(button.dataset.shape);
    viewer.shadowRoot?.querySelector(".viewport")?.focus({ preventScroll: true });
  };
  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-aim]");
    if (button) form.take(button);
  });
  form.addEventListener("focusin", (event) => {
    const part = event.target.closest("[data-place]");
    if (part && part !== form.here()) aim(part.dataset.place);
  });

  /** After a screw that was placed comes the next one that is not, on this image; and so on an image that is looked at next. */
  const missing = (detail) => [...form.querySelectorAll("[data-aim=axis]")].find((button) => !of(`${button.closest("[data-place]").dataset.place}.axis`).some((one) => sameSpace(one, detail)));
  const onward = (detail) => {
    const next = missing(detail);
    if (next) form.take(next);
    else viewer.draw("window");
  };
  viewer.addEventListener("looked", ({ detail }) => {
    if (places && form.dataset.modality !== "CT" && drawn.size > 0) onward(detail);
  });

  const left = hidden.value === "" ? [] : JSON.parse(hidden.value);
  const mm = (target) => Number(form.querySelector(`[data-place="${CSS.escape(target.replace(/\.[a-z]+$/, ""))}"]`)?.dataset.mm || 0) || null;
  customElements.whenDefined("trabecula-viewer").then(() => {
    viewer.restore(left.map((one) => ({ ...one, mm: mm(one.target) })));
    if (viewer.target === undefined) aim(form.querySelector("[data-screw], [data-segment]").dataset.place);
    if (places && left.length === 0) form.take(form.querySelector("[data-aim=axis]"));
  });
});
