// The picture of an image that waits: boxes are ticked off and drawn here, and one key decides. Without this script they are typed.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector("form[data-quarantine]");
  const picture = document.querySelector("[data-pixels]");
  if (!form || !picture) return;
  const more = form.querySelector("textarea[name=box]");
  const namespace = "http://www.w3.org/2000/svg";

  form.addEventListener("change", (event) => {
    if (event.target.type !== "checkbox" || event.target.name !== "box") return;
    const shape = picture.querySelector(`rect[data-box="${event.target.value}"]`);
    if (shape) shape.classList.toggle("off", !event.target.checked);
  });
  picture.addEventListener("click", (event) => {
    const shape = event.target.closest("rect[data-box]");
    const tick = shape && form.querySelector(`input[type=checkbox][value="${shape.dataset.box}"]`);
    if (tick) tick.click();
  });

  const size = picture.viewBox.baseVal;
  const at = (event) => {
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(picture.getScreenCTM().inverse());
    return { x: Math.min(Math.max(point.x, 0), size.width), y: Math.min(Math.max(point.y, 0), size.height) };
  };
  const drawn = [];
  const show = () => {
    const lines = more.value.split("\n").map((line) => line.trim()).filter((line) => /^\d+\s*,\s*\d+\s*,\s*\d+\s*,\s*\d+$/.test(line));
    drawn.splice(0).forEach((shape) => shape.remove());
    for (const line of lines) drawn.push(add(line.split(",").map(Number)));
  };
  const add = ([x, y, width, height]) => {
    const shape = document.createElementNS(namespace, "rect");
    shape.classList.add("box", "drawn");
    Object.entries({ x, y, width, height }).forEach(([name, value]) => shape.setAttribute(name, value));
    picture.append(shape);
    return shape;
  };
  more.addEventListener("input", show);
  show();

  let from = null;
  let band = null;
  picture.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || event.target.closest("rect[data-box]")) return;
    event.preventDefault();
    from = at(event);
    picture.setPointerCapture(event.pointerId);
  });
  const box = (event) => {
    const to = at(event);
    const x = Math.floor(Math.min(from.x, to.x));
    const y = Math.floor(Math.min(from.y, to.y));
    return [x, y, Math.ceil(Math.max(from.x, to.x)) - x, Math.ceil(Math.max(from.y, to.y)) - y];
  };
  picture.addEventListener("pointermove", (event) => {
    if (!from) return;
    if (band) band.remove();
    band = add(box(event));
  });
  picture.addEventListener("pointerup", (event) => {
    if (!from) return;
    const last = box(event);
    from = null;
    if (band) band.remove();
    band = null;
    if (last[2] < 4 || last[3] < 4) return;
    more.value = `${more.value.trim()}\n${last.join(",")}`.trim();
    show();
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input:not([type=checkbox]), textarea, select")) return;
    const button = form.querySelector(`button[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
    if (button && !button.disabled) { event.preventDefault(); button.click(); }
  });
});
