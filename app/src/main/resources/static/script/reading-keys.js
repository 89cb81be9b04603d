// The keys for what a reader does a hundred times a day. The viewer has its own; what it takes does not come here.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector("form[data-read]");
  const viewer = document.querySelector("trabecula-viewer");
  const help = document.getElementById("read-keys");
  if (!form || !viewer || !help) return;
  const places = (kind) => [...form.querySelectorAll(`[data-place][data-${kind}]`)];
  const here = (kind) => (form.here()?.dataset[kind] === undefined ? undefined : form.here());
  const field = (part, name) => form.elements.namedItem(`${part.dataset.place}.${name}`);

  const go = (part) => {
    if (!part) return;
    form.aim(part.dataset.place);
    part.scrollIntoView({ block: "nearest" });
  };
  const step = (kind, by) => {
    const all = places(kind);
    const at = all.indexOf(here(kind));
    go(all[at < 0 ? 0 : (at + by + all.length) % all.length]);
  };
  const on = (kind) => {
    const all = places(kind);
    const next = all[all.indexOf(here(kind)) + 1];
    if (next) go(next);
  };
  const changed = () => form.dispatchEvent(new Event("input", { bubbles: true }));
  const toggle = (name) => {
    const box = here("screw") && field(here("screw"), name);
    if (box && !box.disabled) box.click();
  };
  const grade = (number) => {
    const segment = here("segment");
    const choice = segment?.querySelectorAll(".grade input")[number - 1];
    if (!choice) return;
    choice.checked = true;
    changed();
    on("segment");
  };
  const take = (part, aim) => {
    const button = part?.querySelector(`[data-aim="${aim}"]`);
    if (button) form.take(button);
  };
  const region = () => {
    const empty = [...form.querySelectorAll("[data-vertebra] [data-aim]")].find((button) => button.parentElement.querySelector("[data-measured]").textContent === "");
    if (empty) form.take(empty);
  };

  /** The vertebra that is being judged, else the next one without a value. */
  const propose = () => {
    const empty = places("vertebra").find((part) => part.querySelector("[data-mean]").textContent === "");
    const part = here("vertebra") ?? empty;
    if (part && form.propose) form.propose(part);
  };

  const acts = {
    s: (back) => step("screw", back ? -1 : 1),
    d: (back) => step("segment", back ? -1 : 1),
    0: () => {
      here("screw")?.querySelector("[data-zero]:not(:disabled)")?.click();
      on("screw");
    },
    v: () => {
      const part = here("screw");
      if (part) field(part, "mm").select();
    },
    h: () => toggle("sign"),
    x: () => toggle("hidden"),
    f: () => take(here("segment") ?? places("segment")[0], "flexion"),
    g: () => take(here("segment") ?? places("segment")[0], "extension"),
    t: () => take(here("screw"), "stroke"),
    u: region,
    p: () => propose(),
    q: () => viewer.shadowRoot?.querySelector(".viewport")?.focus(),
  };

  const typing = (target) => target.matches?.("textarea, select, input:not([type=checkbox]):not([type=radio])") === true;

  document.addEventListener("keydown", (event) => {
    if (help.open) return;
    if (event.key === "Enter" && event.ctrlKey) {
      event.preventDefault();
      form.requestSubmit();
      return;
    }
    const target = event.composedPath()[0] ?? event.target;
    if (event.key === "Enter" && target.name?.endsWith(".mm")) {
      const rows = places("screw");
      const next = rows[rows.indexOf(target.closest("[data-screw]")) + 1];
      event.stopPropagation();
      event.preventDefault();
      if (next) field(next, "mm").select();
      else target.blur();
    }
  }, true);

  document.addEventListener("keydown", (event) => {
    const target = event.composedPath()[0] ?? event.target;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    if (event.key === "Escape" && typing(target)) target.blur();
    if (typing(target)) return;
    const digit = /^Digit([1-5])$/.exec(event.code)?.[1];
    const act = acts[event.key.toLowerCase()];
    if (event.key === "?") help.showModal();
    else if (digit !== undefined && here("segment")) grade(Number(digit));
    else if (act !== undefined) act(event.shiftKey);
    else return;
    event.preventDefault();
  });
  document.querySelector("[data-help]")?.addEventListener("click", () => help.showModal());
});
