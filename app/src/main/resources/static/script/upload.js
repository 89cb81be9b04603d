// Sends an upload with its progress shown. Without this script the form works as any other.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector("form[data-upload]");
  if (!form) return;
  const files = form.querySelector("input[type=file]");
  const progress = form.querySelector("[data-progress]");
  const bar = progress.querySelector("progress");
  const words = progress.querySelector("[role=status]");
  const button = form.querySelector("button");
  const drop = form.querySelector("[data-drop]");

  drop.addEventListener("dragover", (event) => { event.preventDefault(); drop.classList.add("over"); });
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    files.files = event.dataTransfer.files;
  });

  const show = (page) => {
    const now = new DOMParser().parseFromString(page, "text/html").querySelector("main .refusal");
    document.querySelectorAll("main .refusal").forEach((old) => old.remove());
    if (now) {
      form.before(document.importNode(now, true));
      document.querySelector("main .refusal").focus();
    }
  };
  const problem = (page) => new DOMParser().parseFromString(page, "text/html").querySelector("[data-problem]")?.textContent;
  const rest = (sentence) => {
    button.disabled = false;
    delete form.dataset.sent;
    progress.hidden = sentence === "";
    words.textContent = sentence;
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("X-CSRF-TOKEN", form.elements.namedItem("_csrf").value);
    request.upload.addEventListener("progress", (sent) => {
      if (!sent.lengthComputable) return;
      bar.max = sent.total;
      bar.value = sent.loaded;
      words.textContent = sent.loaded < sent.total ? form.dataset.sending : form.dataset.checking;
    });
    request.upload.addEventListener("load", () => { bar.removeAttribute("value"); words.textContent = form.dataset.checking; });
    request.addEventListener("load", () => {
      if (request.status === 200) { location.assign(request.responseURL); return; }
      show(request.responseText);
      rest(request.status === 422 ? "" : problem(request.responseText) ?? form.dataset.broken);
    });
    request.addEventListener("error", () => rest(form.dataset.broken));
    button.disabled = true;
    bar.value = 0;
    progress.hidden = false;
    words.textContent = form.dataset.sending;
    request.send(new FormData(form));
  });
});
