import { reasonOf } from "./images";
import { keyWish, wheelSlices, type KeyWish } from "./keys";
import { ManifestRefused, readManifest, type SeriesEntry } from "./manifest";
import { Panel } from "./panel";
import { Stage, type View } from "./stage";
import { attributeOf, placeText, textsFor, type Texts } from "./texts";
import { CT_PRESETS, presetOf, presetsFor, type PresetName } from "./windowing";

/**
 * <trabecula-viewer src="…">: shows the series of a list that the server gives. The README names attributes, keys and
 * the list's shape. Its state can be waited for: data-ready, data-index (from 0), data-count, data-window, data-error.
 */
export class TrabeculaViewer extends HTMLElement {
  static readonly observedAttributes = ["src"];

  #texts: Texts = textsFor("en");
  #panel: Panel | undefined;
  #stage: Stage | undefined;
  #connection: AbortController | undefined;
  #series: readonly SeriesEntry[] = [];
  #chosen = 0;
  #measuring = false;
  #wheel = 0;

  connectedCallback(): void {
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    const language = this.closest<HTMLElement>("[lang]")?.lang ?? "";
    this.#texts = textsFor(language, (key) => this.getAttribute(attributeOf(key)));
    this.setAttribute("role", "group");
    this.setAttribute("aria-label", this.#texts("viewer"));
    this.#panel = new Panel(this.shadowRoot ?? this.attachShadow({ mode: "open" }), this.#texts, {
      series: (index) => void this.#choose(index),
      preset: (name) => this.#preset(name),
      invert: () => this.#stage?.invert(),
      measure: () => this.#measure(!this.#measuring),
      clear: () => this.#clear(),
      reset: () => this.#reset(),
      scroll: (index) => this.#scroll(index),
    });
    this.#listen(this.#panel, signal);
    void this.#load(signal);
  }

  disconnectedCallback(): void {
    this.#connection?.abort();
    this.#stage?.close();
    this.#stage = undefined;
    this.#panel = undefined;
    this.#measuring = false;
  }

  attributeChangedCallback(_name: string, before: string | null, after: string | null): void {
    if (this.#panel !== undefined && before !== after) {
      this.disconnectedCallback();
      this.connectedCallback();
    }
  }

  async #load(signal: AbortSignal): Promise<void> {
    ["data-ready", "data-index", "data-count", "data-window", "data-error"].forEach((name) => this.removeAttribute(name));
    const source = this.getAttribute("src");
    if (source === null || source === "") {
      return this.#fail(this.#texts("noSource"));
    }
    this.#panel?.note(this.#texts("loading"), "progress");
    try {
      const series = await this.#fetchSeries(source, signal);
      if (signal.aborted || series === undefined) {
        return;
      }
      this.#series = series;
      await (series.length === 0 ? this.#fail(this.#texts("empty")) : this.#choose(0));
    } catch (error) {
      if (!signal.aborted) {
        this.#fail(this.#texts("notShown", { reason: reasonOf(error, this.#texts) }));
      }
    }
  }

  /** The series of the list, or undefined when the reason for having none has been shown. */
  async #fetchSeries(source: string, signal: AbortSignal): Promise<readonly SeriesEntry[] | undefined> {
    const response = await fetch(source, { signal, headers: { Accept: "application/json" } }).catch(() => undefined);
    if (signal.aborted) {
      return undefined;
    }
    if (response === undefined || !response.ok) {
      this.#fail(response === undefined ? this.#texts("unreachable") : this.#texts("refused", { status: response.status }));
      return undefined;
    }
    try {
      return readManifest(await response.json());
    } catch (error) {
      const reason = error instanceof ManifestRefused ? error.message : "JSON";
      this.#fail(this.#texts("notUnderstood", { reason }));
      return undefined;
    }
  }

  async #choose(index: number): Promise<void> {
    const series = this.#series[index];
    const panel = this.#panel;
    if (series === undefined || panel === undefined) {
      return;
    }
    this.#chosen = index;
    this.removeAttribute("data-ready");
    panel.offer(this.#series, index);
    panel.blank();
    panel.note(this.#texts("loading"), "progress");
    this.#stage ??= new Stage(panel.viewport, this.getAttribute("rendering") === "cpu", {
      shown: (view) => this.#shown(view),
      failed: (at, error) => this.#imageFailed(at, error),
    });
    this.dataset["rendering"] = this.#stage.accelerated ? "gpu" : "cpu";
    const shown = this.#stage.show(series);
    panel.slice(this.#stage.target, series.images.length);
    await shown;
  }

  #shown(view: View): void {
    const panel = this.#panel;
    const stage = this.#stage;
    if (panel === undefined || stage === undefined) {
      return;
    }
    const { width, center } = view.window;
    panel.status(this.#statusParts(view));
    panel.pressed({
      preset: view.ownWindow ? "stored" : presetOf(view.window),
      inverted: view.inverted,
      measuring: this.#measuring,
      lengths: stage.lengthCount,
    });
    if (stage.target === view.index) {
      panel.slice(view.index, view.count);
      panel.quiet();
      this.removeAttribute("data-error");
    }
    this.dataset["index"] = String(view.index);
    this.dataset["count"] = String(view.count);
    this.dataset["window"] = `${Math.round(width)}/${Math.round(center)}`;
    this.dataset["ready"] = "true";
  }

  #statusParts(view: View): readonly string[] {
    const { spacing } = view.image;
    const place = placeText(this.#texts, this.#modality(), view.index, view.count);
    const [rows, columns] = (spacing ?? []).map((step) => step.toFixed(3).replace(/0$/, ""));
    return [
      ...(place === "" ? [] : [place]),
      this.#texts("levels", { width: Math.round(view.window.width), center: Math.round(view.window.center) }),
      this.#texts("zoom", { zoom: Math.round(view.zoom * 100) }),
      spacing === null ? this.#texts("uncalibrated") : this.#texts("calibrated", { rows: rows ?? "", columns: columns ?? "" }),
      ...(view.inverted ? [this.#texts("inverted")] : []),
    ];
  }

  #imageFailed(at: number, error: unknown): void {
    this.#fail(this.#texts("imageFailed", { index: at + 1, reason: reasonOf(error, this.#texts) }));
  }

  #fail(sentence: string): void {
    this.dataset["error"] = sentence;
    this.#panel?.note(sentence, "error");
  }

  #listen(panel: Panel, signal: AbortSignal): void {
    this.addEventListener("keydown", (event) => this.#key(event), { signal });
    panel.viewport.addEventListener("wheel", (event) => this.#turn(event), { signal, passive: false });
    panel.viewport.addEventListener("contextmenu", (event) => event.preventDefault(), { signal });
    const sizes = new ResizeObserver(() => this.#stage?.resize());
    sizes.observe(panel.viewport);
    signal.addEventListener("abort", () => sizes.disconnect());
  }

  #key(event: KeyboardEvent): void {
    const wish = this.#stage === undefined ? null : keyWish(event);
    if (wish !== null) {
      event.preventDefault();
      this.#grant(wish, this.#stage!);
    }
  }

  #grant(wish: KeyWish, stage: Stage): void {
    switch (wish.kind) {
      case "scroll":
        return this.#scroll(stage.target + wish.by);
      case "end":
        return this.#scroll(wish.last ? Number.MAX_SAFE_INTEGER : 0);
      case "preset":
        return this.#preset(wish.number === 4 ? "stored" : presetsFor(this.#modality())[wish.number - 1]);
      case "invert":
        return stage.invert();
      case "measure":
        return this.#measure(!this.#measuring);
      case "clear":
        return this.#clear();
      case "reset":
        return this.#reset();
    }
  }

  #turn(event: WheelEvent): void {
    event.preventDefault();
    if (!event.ctrlKey && this.#stage !== undefined) {
      const { slices, left } = wheelSlices(this.#wheel, event.deltaY);
      this.#wheel = left;
      this.#scroll(this.#stage.target + slices);
    }
  }

  #scroll(index: number): void {
    this.#stage?.go(index);
    if (this.#stage !== undefined) {
      this.#panel?.slice(this.#stage.target, this.#series[this.#chosen]?.images.length ?? 0);
    }
  }

  #preset(name: PresetName | "stored" | undefined): void {
    if (name === "stored") {
      this.#stage?.setOwnWindow();
    } else if (name !== undefined) {
      this.#stage?.setWindow(CT_PRESETS[name]);
    }
  }

  #measure(on: boolean): void {
    this.#measuring = on;
    this.#stage?.measure(on);
  }

  #clear(): void {
    this.#stage?.clearLengths();
  }

  #reset(): void {
    this.#measure(false);
    this.#stage?.reset();
  }

  #modality(): string {
    return this.#series[this.#chosen]?.modality ?? "";
  }
}
