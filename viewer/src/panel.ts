import type { Shape } from "./geometry";
import type { Layout } from "./keys";
import type { SeriesEntry } from "./manifest";
import { nameOf } from "./looking";
import { make, plainButton } from "./markup";
import { style } from "./style";
import { placeText, type TextKey, type Texts } from "./texts";
import type { LeftButton } from "./tools";
import { presetsFor, type PresetName } from "./windowing";

/** What the buttons ask for. */
export interface Wishes {
  series(index: number): void;
  preset(name: PresetName | "stored"): void;
  invert(): void;
  draw(what: LeftButton): void;
  clear(): void;
  reset(): void;
  scroll(index: number): void;
  layout(layout: Layout): void;
  link(): void;
  crop(): void;
}

/** What the buttons say about the picture. */
export interface Pressed {
  readonly preset: PresetName | "stored" | undefined;
  readonly inverted: boolean;
  readonly drawing: LeftButton;
  readonly drawings: number;
  readonly layout: Layout;
  readonly linked: boolean;
  readonly picking: boolean;
  /** How many views there are of what is judged. */
  readonly crops: number;
}

const DRAWS: readonly (readonly [Shape, TextKey, string])[] = [
  ["LENGTH", "length", "l"],
  ["ANGLE", "angle", "a"],
  ["LINES", "lines", "c"],
  ["ELLIPSE", "ellipse", "e"],
];

const HINTS: Readonly<Record<LeftButton, TextKey>> = {
  window: "hint",
  LENGTH: "hintLength",
  ANGLE: "hintAngle",
  LINES: "hintLines",
  ELLIPSE: "hintEllipse",
};

/** The frame around the pictures: buttons above, slider and status line below. It knows nothing of Cornerstone. */
export class Panel {
  readonly stage = make("div", { class: "stage" });
  readonly #texts: Texts;
  readonly #wishes: Wishes;
  readonly #series = make("div", { class: "group", role: "group" });
  readonly #presets = make("div", { class: "group", role: "group" });
  readonly #draws: ReadonlyMap<Shape, HTMLButtonElement>;
  readonly #layouts: ReadonlyMap<Layout, HTMLButtonElement>;
  readonly #invert: HTMLButtonElement;
  readonly #clear: HTMLButtonElement;
  readonly #link: HTMLButtonElement;
  readonly #crop: HTMLButtonElement;
  readonly #slider = make("input", { type: "range", id: "slider", min: "1", step: "1" });
  readonly #sliderLabel = make("label", { for: "slider" });
  readonly #sliderRow = make("div", { class: "slider" });
  readonly #status = make("div", { class: "status", id: "status", role: "status", "aria-live": "polite" });
  readonly #target = make("div", { class: "target" });
  readonly #hint = make("div", { class: "hint" });
  #modality = "";

  constructor(root: ShadowRoot, texts: Texts, wishes: Wishes) {
    this.#texts = texts;
    this.#wishes = wishes;
    this.#invert = this.#button("invert", "i", () => wishes.invert());
    this.#draws = new Map(DRAWS.map(([shape, key, shortcut]) => [shape, this.#button(key, shortcut, () => wishes.draw(shape))]));
    this.#clear = this.#button("clear", "", () => wishes.clear());
    this.#layouts = new Map([
      ["one", this.#button("one", "o", () => wishes.layout("one"))],
      ["two", this.#button("two", "b", () => wishes.layout("two"))],
      ["planes", this.#button("planes", "m", () => wishes.layout("planes"))],
    ]);
    this.#link = this.#button("link", "k", () => wishes.link());
    this.#crop = this.#button("nextCrop", "n", () => wishes.crop());
    const tools = make("div", { class: "group", role: "group", "aria-label": texts("draw") }, ...this.#draws.values(), this.#clear);
    const views = make("div", { class: "group", role: "group", "aria-label": texts("layout") }, ...this.#layouts.values(), this.#link, this.#crop);
    const end = make("div", { class: "group end" }, this.#invert, this.#button("reset", "r", () => wishes.reset()));
    this.#sliderRow.append(this.#sliderLabel, this.#slider);
    this.#slider.addEventListener("input", () => wishes.scroll(this.#slider.valueAsNumber - 1));
    this.#presets.setAttribute("aria-label", texts("window"));
    this.#series.setAttribute("aria-label", texts("series"));
    root.adoptedStyleSheets = [style];
    root.replaceChildren(
      make("div", { class: "bar" }, this.#series, this.#presets, tools, views, end),
      this.stage,
      make("div", { class: "bar foot" }, this.#sliderRow, this.#status, this.#target, this.#hint),
    );
    this.pressed({ preset: undefined, inverted: false, drawing: "window", drawings: 0, layout: "one", linked: false, picking: false, crops: 0 });
    this.#series.hidden = true;
    this.#presets.hidden = true;
    this.#sliderRow.hidden = true;
  }

  /** Offers the series (when there is a choice) and the windows that make sense for the chosen one. */
  offer(all: readonly SeriesEntry[], chosen: number): void {
    const names = all.map((one) => nameOf(this.#texts, one));
    const buttons = names.map((name, index) => {
      const button = plainButton(name, () => this.#wishes.series(index));
      button.setAttribute("aria-pressed", String(index === chosen));
      return button;
    });
    this.#series.replaceChildren(make("span", { class: "name" }, this.#texts("series")), ...buttons);
    this.#series.hidden = all.length < 2;
    this.#modality = all[chosen]?.modality ?? "";
    this.#sliderLabel.textContent = this.#texts(this.#modality === "CT" ? "slider" : "sliderOther");
    this.#layouts.get("planes")!.hidden = this.#modality !== "CT";
    this.#layouts.get("two")!.hidden = all.length < 2 && all.every((one) => one.images.length < 2);
    this.#layouts.get("one")!.hidden = this.#layouts.get("two")!.hidden && this.#modality !== "CT";
    this.#offerPresets();
  }

  #offerPresets(): void {
    const name = make("span", { class: "name" }, this.#texts("window"));
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
    this.#draws.forEach((button, shape) => button.setAttribute("aria-pressed", String(shape === state.drawing)));
    this.#layouts.forEach((button, layout) => button.setAttribute("aria-pressed", String(layout === state.layout)));
    this.#link.setAttribute("aria-pressed", String(state.linked));
    this.#link.hidden = state.layout !== "two";
    this.#crop.hidden = state.crops === 0;
    this.#clear.disabled = state.drawings === 0;
    this.#hint.textContent = this.#texts(state.picking ? "hintPick" : state.layout === "planes" ? "planesHint" : HINTS[state.drawing]);
  }

  /** Leaves these shapes to be drawn and no others. */
  allow(shapes: readonly string[]): void {
    this.#draws.forEach((button, shape) => (button.hidden = !shapes.includes(shape)));
  }

  slice(index: number, count: number): void {
    this.#sliderRow.hidden = count < 2;
    this.#slider.max = String(count);
    this.#slider.value = String(index + 1);
    this.#slider.setAttribute("aria-valuetext", placeText(this.#texts, this.#modality, index, count));
  }

  /** The status line of the picture that is worked on. */
  status(parts: readonly string[]): void {
    this.#status.textContent = parts.join("   ·   ");
  }

  /** For what is being measured. */
  target(label: string): void {
    this.#target.textContent = label === "" ? "" : this.#texts("target", { label });
  }

  #button(key: TextKey, shortcut: string, act: () => void): HTMLButtonElement {
    const button = plainButton(this.#texts(key), act);
    button.dataset["action"] = key;
    if (shortcut !== "") {
      button.setAttribute("aria-keyshortcuts", shortcut);
      button.append(make("kbd", { "aria-hidden": "true" }, shortcut.toUpperCase()));
    }
    return button;
  }
}
