import type { SeriesEntry } from "./manifest";
import { style } from "./style";
import { placeText, type TextKey, type Texts } from "./texts";
import { presetsFor, type PresetName } from "./windowing";

/** What the buttons ask for. */
export interface Wishes {
  series(index: number): void;
  preset(name: PresetName | "stored"): void;
  invert(): void;
  measure(): void;
  clear(): void;
  reset(): void;
  scroll(index: number): void;
}

/** What the buttons say about the picture. */
export interface Pressed {
  readonly preset: PresetName | "stored" | undefined;
  readonly inverted: boolean;
  readonly measuring: boolean;
  readonly lengths: number;
}

/** The frame around the picture: buttons above, slider and status line below. It knows nothing of Cornerstone. */
export class Panel {
  readonly viewport = element("div", { class: "viewport", tabindex: "0", role: "application" });
  readonly #texts: Texts;
  readonly #wishes: Wishes;
  readonly #series = element("div", { class: "group", role: "group" });
  readonly #presets = element("div", { class: "group", role: "group" });
  readonly #invert: HTMLButtonElement;
  readonly #length: HTMLButtonElement;
  readonly #clear: HTMLButtonElement;
  readonly #slider = element("input", { type: "range", id: "slider", min: "1", step: "1" });
  readonly #sliderLabel = element("label", { for: "slider" });
  readonly #sliderRow = element("div", { class: "slider" });
  readonly #status = element("div", { class: "status", id: "status", role: "status", "aria-live": "polite" });
  readonly #hint = element("div", { class: "hint" });
  readonly #note = element("div", { class: "note", hidden: "" });
  #modality = "";

  constructor(root: ShadowRoot, texts: Texts, wishes: Wishes) {
    this.#texts = texts;
    this.#wishes = wishes;
    this.#invert = this.#button("invert", "i", () => wishes.invert());
    this.#length = this.#button("length", "l", () => wishes.measure());
    this.#clear = this.#button("clear", "", () => wishes.clear());
    const tools = element("div", { class: "group" }, this.#invert, this.#length, this.#clear);
    const end = element("div", { class: "group end" }, this.#button("reset", "r", () => wishes.reset()));
    this.#sliderRow.append(this.#sliderLabel, this.#slider);
    this.#slider.addEventListener("input", () => wishes.scroll(this.#slider.valueAsNumber - 1));
    this.viewport.setAttribute("aria-label", texts("viewport"));
    this.viewport.setAttribute("aria-describedby", "status");
    this.#presets.setAttribute("aria-label", texts("window"));
    this.#series.setAttribute("aria-label", texts("series"));
    root.adoptedStyleSheets = [style];
    root.replaceChildren(
      element("div", { class: "bar" }, this.#series, this.#presets, tools, end),
      element("div", { class: "stage" }, this.viewport, this.#note),
      element("div", { class: "bar foot" }, this.#sliderRow, this.#status, this.#hint),
    );
    this.pressed({ preset: undefined, inverted: false, measuring: false, lengths: 0 });
    this.#series.hidden = true;
    this.#presets.hidden = true;
    this.#sliderRow.hidden = true;
  }

  /** Offers the series (when there is a choice) and the windows that make sense for the chosen one. */
  offer(all: readonly SeriesEntry[], chosen: number): void {
    const names = all.map((one) => one.label ?? `${one.modality} · ${one.images.length}`);
    const buttons = names.map((name, index) => {
      const button = plainButton(name, () => this.#wishes.series(index));
      button.setAttribute("aria-pressed", String(index === chosen));
      return button;
    });
    this.#series.replaceChildren(element("span", { class: "name" }, this.#texts("series")), ...buttons);
    this.#series.hidden = all.length < 2;
    this.#modality = all[chosen]?.modality ?? "";
    this.#sliderLabel.textContent = this.#texts(this.#modality === "CT" ? "slider" : "sliderOther");
    this.#offerPresets();
  }

  #offerPresets(): void {
    const name = element("span", { class: "name" }, this.#texts("window"));
    const presets = presetsFor(this.#modality).map((preset, index) =>
      this.#button(preset, String(index + 1), () => this.#wishes.preset(preset)),
    );
    this.#presets.replaceChildren(name, ...presets, this.#button("stored", "4", () => this.#wishes.preset("stored")));
    this.#presets.hidden = false;
  }

  pressed(state: Pressed): void {
    for (const button of this.#presets.querySelectorAll("button")) {
      button.setAttribute("aria-pressed", String(button.dataset["action"] === state.preset));
    }
    this.#invert.setAttribute("aria-pressed", String(state.inverted));
    this.#length.setAttribute("aria-pressed", String(state.measuring));
    this.#clear.disabled = state.lengths === 0;
    this.viewport.dataset["tool"] = state.measuring ? "length" : "window";
    this.#hint.textContent = this.#texts(state.measuring ? "hintLength" : "hint");
  }

  slice(index: number, count: number): void {
    this.#sliderRow.hidden = count < 2;
    this.#slider.max = String(count);
    this.#slider.value = String(index + 1);
    this.#slider.setAttribute("aria-valuetext", placeText(this.#texts, this.#modality, index, count));
  }

  /** Hides a picture that no longer belongs to what is asked for. */
  blank(): void {
    this.viewport.dataset["blank"] = "true";
    this.#status.textContent = "";
  }

  /** The status line of a picture, which shows itself with it. */
  status(parts: readonly string[]): void {
    delete this.viewport.dataset["blank"];
    this.#status.textContent = parts.join("   ·   ");
  }

  /** A sentence over the picture; an error is announced at once. */
  note(sentence: string, kind: "error" | "progress"): void {
    this.#note.dataset["kind"] = kind;
    this.#note.setAttribute("role", kind === "error" ? "alert" : "status");
    this.#note.textContent = sentence;
    this.#note.hidden = false;
  }

  quiet(): void {
    this.#note.hidden = true;
  }

  #button(key: TextKey, shortcut: string, act: () => void): HTMLButtonElement {
    const button = plainButton(this.#texts(key), act);
    button.dataset["action"] = key;
    if (shortcut !== "") {
      button.setAttribute("aria-keyshortcuts", shortcut);
      button.append(element("kbd", { "aria-hidden": "true" }, shortcut.toUpperCase()));
    }
    return button;
  }
}

function plainButton(name: string, act: () => void): HTMLButtonElement {
  const button = element("button", { type: "button" }, name);
  button.addEventListener("click", act);
  return button;
}

function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
  made.append(...children);
  return made;
}
