/** The look of the viewer: a black picture, a quiet dark frame, one accent. A constructed sheet is allowed by a strict policy. */
export const style = new CSSStyleSheet();

style.replaceSync(`
:host {
  --ground: #14171a;
  --raised: #20252a;
  --line: #343b42;
  --quiet: #a9b4be;
  --text: #e8edf1;
  --accent: #6cb6ff;
  display: flex;
  flex-direction: column;
  min-height: 24rem;
  height: 36rem;
  color: var(--text);
  background: var(--ground);
  border: 1px solid var(--line);
  border-radius: 6px;
  overflow: hidden;
  font: 13px/1.4 system-ui, "Noto Sans", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif;
  color-scheme: dark;
}
:host([hidden]) { display: none; }
* { box-sizing: border-box; }
.bar {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 6px 14px;
  padding: 7px 10px;
  border-bottom: 1px solid var(--line);
}
.bar.foot { border-bottom: 0; border-top: 1px solid var(--line); }
.group { display: flex; flex-wrap: wrap; align-items: center; gap: 4px; }
.group[hidden] { display: none; }
.group > .name { color: var(--quiet); margin-right: 4px; }
.group.end { margin-left: auto; }
button {
  font: inherit;
  color: var(--text);
  background: var(--raised);
  border: 1px solid var(--line);
  border-radius: 4px;
  padding: 3px 9px;
  min-height: 28px;
  cursor: pointer;
}
button:hover:not(:disabled) { border-color: var(--quiet); }
button:disabled { color: #6d7780; cursor: default; }
button[aria-pressed="true"] { color: #0c1116; background: var(--accent); border-color: var(--accent); }
button kbd { font: inherit; font-size: 11px; color: var(--quiet); margin-left: 6px; }
button[aria-pressed="true"] kbd { color: #24405a; }
button:disabled kbd { color: inherit; }
button:focus-visible, input:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
.stage { position: relative; flex: 1; min-height: 0; background: #000; display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); gap: 2px; }
.pane { position: relative; min-width: 0; min-height: 0; background: #000; overflow: hidden; }
.pane[data-active]:not(:only-child) { outline: 1px solid var(--accent); outline-offset: -1px; }
.pane > .corner { position: absolute; left: 8px; top: 6px; color: var(--quiet); pointer-events: none; z-index: 1; }
.target { color: #ff9628; }
.target:empty { display: none; }
.viewport { position: absolute; inset: 0; outline: none; touch-action: none; }
.pane:has(.viewport:focus-visible)::after {
  content: "";
  position: absolute;
  inset: 0;
  border: 2px solid var(--accent);
  pointer-events: none;
}
.planes { display: grid; grid-template-columns: 1fr 1fr; grid-template-rows: 1fr 1fr; gap: 2px; min-height: 0; min-width: 0; position: relative; }
.planes > .pane:first-child { grid-row: 1 / 3; }
.cross { position: absolute; background: rgb(108 182 255 / 70%); pointer-events: none; }
.cross.across { left: 0; right: 0; height: 1px; }
.cross.down { top: 0; bottom: 0; width: 1px; }
.viewport[data-blank] > * { visibility: hidden; }
.viewport:not([data-tool="window"]) { cursor: crosshair; }
.note {
  position: absolute;
  left: 50%;
  top: 50%;
  transform: translate(-50%, -50%);
  max-width: 80%;
  padding: 8px 14px;
  border-radius: 4px;
  background: rgb(32 37 42 / 92%);
  color: var(--text);
  text-align: center;
}
.note[hidden] { display: none; }
.note[data-kind="error"] { border: 1px solid #e5786d; color: #ffd9d4; }
.slider { display: flex; align-items: center; gap: 10px; flex: 1 1 100%; }
.slider label { color: var(--quiet); }
.slider input { flex: 1; min-width: 8rem; accent-color: var(--accent); height: 20px; margin: 0; cursor: pointer; }
.slider[hidden] { display: none; }
.status { font-variant-numeric: tabular-nums; white-space: pre-wrap; }
.hint { color: var(--quiet); margin-left: auto; }
`);
