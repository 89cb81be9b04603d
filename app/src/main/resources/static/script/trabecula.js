// What the pages need beyond HTML and htmx: focus on a refusal, a warning before typed values are lost, and no double sends.
"use strict";
// A refusal names the field that it is about, by the label that stands beside it, and not only by a link to it.
function nameFields(root) {
  root.querySelectorAll(".refusal a[href^='#field-']:not([data-named])").forEach((link) => {
    const field = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    const label = (field?.matches("label") ? field : field?.querySelector(".item-label, legend, label, th"))?.textContent.replace(/\s*\*\s*$/, "").trim();
    link.dataset.named = "yes";
    if (label && !link.textContent.includes(label)) link.prepend(label + ": ");
  });
}
document.addEventListener("htmx:load", (event) => nameFields(event.detail.elt));
document.addEventListener("DOMContentLoaded", () => {
  nameFields(document);
  document.querySelector("[data-focus]")?.focus();
  let typed = false;
  document.querySelectorAll("form[data-guard]").forEach((form) => {
    form.addEventListener("input", () => { typed = true; });
    form.addEventListener("submit", () => { typed = false; });
  });
  window.addEventListener("beforeunload", (event) => { if (typed) event.preventDefault(); });
  document.querySelectorAll("form").forEach((form) => {
    form.addEventListener("submit", (event) => {
      if (form.dataset.sent === "yes") { event.preventDefault(); return; }
      form.dataset.sent = "yes";
    });
  });
  window.addEventListener("pageshow", () => document.querySelectorAll("form").forEach((form) => { delete form.dataset.sent; }));
});
document.addEventListener("htmx:configRequest", (event) => {
  const token = document.querySelector("input[name=_csrf]");
  if (token) event.detail.headers["X-CSRF-TOKEN"] = token.value;
});
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.xhr.status === 422) { event.detail.shouldSwap = true; event.detail.isError = false; }
});
