// Sends an upload in chunks with its progress shown, and goes on where a broken one stopped. Without this script the form works as any other.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector("form[data-upload]");
  if (!form) return;
  const files = form.querySelector("input[type=file]:not([webkitdirectory])");
  const folder = form.querySelector("input[webkitdirectory]");
  const progress = form.querySelector("[data-progress]");
  const bar = progress.querySelector("progress");
  const words = progress.querySelector("[role=status]");
  const button = form.querySelector("button");
  const drop = form.querySelector("[data-drop]");
  const token = () => form.elements.namedItem("_csrf").value;
  let dropped = [];
  if (folder) folder.closest("[data-folder]").hidden = false;

  const name = (file) => file.path ?? (file.webkitRelativePath || file.name);
  const chosen = () => [...files.files, ...(folder?.files ?? []), ...dropped];

  // A folder that is dropped is walked through; files are taken as they are.
  const walk = async (entry, found) => {
    if (entry.isFile) {
      const file = await new Promise((take, fail) => entry.file(take, fail));
      file.path = entry.fullPath.replace(/^\//, "");
      found.push(file);
      return;
    }
    const reader = entry.createReader();
    for (;;) {
      const some = await new Promise((take, fail) => reader.readEntries(take, fail));
      if (some.length === 0) return;
      for (const one of some) await walk(one, found);
    }
  };
  drop.addEventListener("dragover", (event) => { event.preventDefault(); drop.classList.add("over"); });
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", async (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
    dropped = [];
    for (const entry of entries) await walk(entry, dropped);
    files.required = dropped.length === 0;
    tell("chosen", dropped.length);
  });
  folder?.addEventListener("change", () => { files.required = folder.files.length === 0; });

  const tell = (what, ...values) => {
    progress.hidden = false;
    words.textContent = values.reduce((text, value, i) => text.replace(`{${i}}`, value), form.dataset[what]);
  };
  const show = (page) => {
    const now = new DOMParser().parseFromString(page, "text/html").querySelector("main .refusal");
    document.querySelectorAll("main .refusal").forEach((old) => old.remove());
    if (now) {
      form.before(document.importNode(now, true));
      document.querySelector("main .refusal").focus();
    }
    return now !== null;
  };
  const rest = (what) => {
    button.disabled = false;
    delete form.dataset.sent;
    if (what) tell(what); else progress.hidden = true;
  };

  const hex = (bytes) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const sha256 = async (bytes) => hex(await crypto.subtle.digest("SHA-256", bytes));
  const post = (path, body, type) =>
    fetch(path, { method: "POST", body, headers: { "X-CSRF-TOKEN": token(), ...(type ? { "Content-Type": type } : {}) } });
  const pause = (seconds) => new Promise((go) => setTimeout(go, seconds * 1000));

  // A tab that is opened again goes on when the same files are chosen: by their names, sizes and dates.
  const mark = async (all) => {
    const list = all.map((file) => [name(file), file.size, file.lastModified].join("\t")).join("\n");
    return `upload ${form.dataset.chunks} ${await sha256(new TextEncoder().encode(list))}`;
  };
  const begin = async (all, key) => {
    const known = localStorage.getItem(key);
    if (known) {
      const state = await fetch(`${form.dataset.chunks}/${known}`);
      if (state.ok) return { again: true, ...(await state.json()) };
    }
    const answer = await post(form.dataset.chunks, new URLSearchParams({ sizes: all.map((file) => file.size).join(",") }));
    if (answer.status === 413) return null;
    if (!answer.ok) throw new Error(String(answer.status));
    const state = await answer.json();
    localStorage.setItem(key, state.upload);
    return state;
  };

  const send = async (all, state) => {
    const total = all.reduce((sum, file) => sum + file.size, 0);
    let sent = state.come.reduce((sum, come) => sum + come, 0);
    const megabytes = (bytes) => (bytes / 1e6).toFixed(1);
    for (const [index, file] of all.entries()) {
      let at = state.come[index];
      let tries = 0;
      while (at < file.size) {
        bar.max = total;
        bar.value = sent;
        tell(state.again ? "resuming" : "sending", megabytes(sent), megabytes(total));
        try {
          const chunk = await file.slice(at, Math.min(file.size, at + state.chunk)).arrayBuffer();
          const query = new URLSearchParams({ offset: at, sha256: await sha256(chunk) });
          const answer = await post(`${form.dataset.chunks}/${state.upload}/${index}?${query}`, chunk, "application/octet-stream");
          if (![200, 409, 422].includes(answer.status)) throw new Error(String(answer.status));
          const come = (await answer.json()).come;
          sent += come - at;
          at = come;
          tries = answer.ok ? 0 : tries + 1;
          if (tries > 8) throw new Error("damaged");
        } catch (broken) {
          tries += 1;
          if (tries > 8 || !(broken instanceof TypeError)) throw broken;
          tell("waiting");
          await pause(Math.min(30, 2 ** tries));
        }
      }
    }
  };

  form.addEventListener("submit", async (event) => {
    if (!crypto.subtle || chosen().length === 0) return;
    event.preventDefault();
    button.disabled = true;
    bar.value = 0;
    const all = chosen();
    try {
      const key = await mark(all);
      const state = await begin(all, key);
      if (!state) { rest("tooLarge"); return; }
      await send(all, state);
      bar.removeAttribute("value");
      tell("checking");
      const done = new URLSearchParams({ names: all.map(name).join("\n") });
      if (form.elements.namedItem("coverage")?.checked) done.set("coverage", "yes");
      const answer = await post(`${form.dataset.chunks}/${state.upload}/done`, done);
      localStorage.removeItem(key);
      if (answer.ok) { location.assign(answer.url); return; }
      rest(show(await answer.text()) ? "" : "broken");
    } catch (broken) {
      rest("interrupted");
    }
  });
});
