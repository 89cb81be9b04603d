import { make } from "./markup";
import type { SeriesEntry } from "./manifest";
import { Stage, type View } from "./stage";
import type { LeftButton } from "./tools";

export interface PaneEvents {
  shown(pane: Pane, view: View): void;
  failed(index: number, error: unknown): void;
  wheel(pane: Pane, event: WheelEvent): void;
  active(pane: Pane): void;
  /** The left button was pressed and let go at one place. */
  clicked(pane: Pane, event: PointerEvent): void;
}

/** How far a hand may tremble between pressing and letting go, in pixels of the screen. */
const STILL = 4;

/** One picture of the viewer with what is written over it. */
export class Pane {
  readonly viewport = make("div", { class: "viewport", tabindex: "0", role: "application", "aria-describedby": "status" });
  readonly #corner = make("span", { class: "corner" });
  readonly #note = make("div", { class: "note", hidden: "" });
  readonly root = make("div", { class: "pane" }, this.viewport, this.#corner, this.#note);
  readonly #events: PaneEvents;
  readonly #cpu: boolean;
  readonly #sizes: ResizeObserver;
  #stage: Stage | undefined;
  #pressed: readonly [number, number] = [0, 0];
  #series: { readonly entry: SeriesEntry; readonly number: number } | undefined;
  view: View | undefined;

  constructor(label: string, cpu: boolean, events: PaneEvents) {
    this.#events = events;
    this.#cpu = cpu;
    this.viewport.setAttribute("aria-label", label);
    this.viewport.dataset["tool"] = "window";
    this.viewport.addEventListener("wheel", (event) => events.wheel(this, event), { passive: false });
    this.viewport.addEventListener("contextmenu", (event) => event.preventDefault());
    for (const name of ["pointerdown", "focus"] as const) {
      this.viewport.addEventListener(name, () => events.active(this));
    }
    this.viewport.addEventListener("pointerdown", (event) => (this.#pressed = [event.clientX, event.clientY]));
    this.viewport.addEventListener("pointerup", (event) => {
      if (event.button === 0 && Math.hypot(event.clientX - this.#pressed[0], event.clientY - this.#pressed[1]) < STILL) {
        events.clicked(this, event);
      }
    });
    this.#sizes = new ResizeObserver(() => this.#stage?.resize());
    this.#sizes.observe(this.viewport);
  }

  get stage(): Stage | undefined {
    return this.#stage;
  }

  /** Which series of the list it shows; -1 before it shows any. */
  get number(): number {
    return this.#series?.number ?? -1;
  }

  get modality(): string {
    return this.#series?.entry.modality ?? "";
  }

  get count(): number {
    return this.#series?.entry.images.length ?? 0;
  }

  async show(entry: SeriesEntry, number: number, ids: readonly string[]): Promise<void> {
    this.#series = { entry, number };
    this.view = undefined;
    this.viewport.dataset["blank"] = "true";
    this.#stage ??= new Stage(this.viewport, this.#cpu, {
      shown: (view) => {
        this.view = view;
        delete this.viewport.dataset["blank"];
        this.#events.shown(this, view);
      },
      failed: (index, error) => this.#events.failed(index, error),
    });
    await this.#stage.show(ids);
  }

  draw(what: LeftButton): void {
    this.viewport.dataset["tool"] = what === "window" ? "window" : what.toLowerCase();
    this.#stage?.draw(what);
  }

  /** The next click asks for a place. */
  pick(on: boolean): void {
    this.viewport.dataset["tool"] = on ? "pick" : "window";
  }

  corner(text: string): void {
    this.#corner.textContent = text;
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

  close(): void {
    this.#sizes.disconnect();
    this.#stage?.close();
    this.#stage = undefined;
    this.root.remove();
  }
}
