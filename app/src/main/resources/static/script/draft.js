// Keeps a half-filled sheet on the server, a moment after each change and when the page is left.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector("form[data-read]");
  if (!form) return;
  const kept = form.querySelector("[data-kept]");
  let waiting = 0;
  let sent = false;

  const sheet = () => {
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (name !== "secret" && typeof value === "string") fields.append(name, value);
    }
    return fields;
  };
  const keep = () => {
    clearTimeout(waiting);
    waiting = 0;
    if (sent) return;
    fetch(`${form.getAttribute("action")}/draft`, { method: "POST", body: sheet(), keepalive: true })
      .then((answer) => { if (kept) kept.hidden = !answer.ok; })
      .catch(() => { if (kept) kept.hidden = true; });
  };
  form.addEventListener("input", (event) => {
    if (event.target.name === "secret") return;
    if (kept) kept.hidden = true;
    clearTimeout(waiting);
    waiting = setTimeout(keep, 1200);
  });
  form.addEventListener("submit", () => { sent = true; });
  window.addEventListener("pagehide", () => { if (waiting) keep(); });
});
