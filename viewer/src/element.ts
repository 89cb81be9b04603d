import { Drawings } from "./drawings";
import { admit, atOf, bring, dismiss, idAt, reasonOf } from "./images";
import { keyWish, wheelSlices, type KeyWish, type Layout } from "./keys";
import { linkedIndex } from "./linking";
import { besideOf, cropsFor, nameOf, nextCrop } from "./looking";
import { ManifestRefused, readAnnotations, readCrops, readManifest, type Crop, type SeriesEntry, type Triple } from "./manifest";
import type { Shape } from "./geometry";
import { POINTS, type Drawing, type Measured, type Target } from "./measured";
import { Pane } from "./pane";
import { Panel } from "./panel";
import { Planes, volumeOf } from "./planes";
import { statusParts } from "./status";
import { attributeOf, placeText, textsFor, type Texts } from "./texts";
import type { LeftButton } from "./tools";
import { CT_PRESETS, presetOf, presetsFor, type PresetName } from "./windowing";

interface Admitted {
  readonly entry: SeriesEntry;
  readonly ids: readonly string[];
}

let viewers = 0;

/**
 * <trabecula-viewer src="…">: shows the series of a list that the server gives. The README names attributes, keys, events and
 * the list's shape. Its state can be waited for: data-ready, data-index (from 0), data-count, data-window, data-layout, data-error.
 */
export class TrabeculaViewer extends HTMLElement {
  static readonly observedAttributes = ["src"];

  readonly #owner = `viewer-${++viewers}`;
  #texts: Texts = textsFor("en");
  #panel: Panel | undefined;
  #drawings: Drawings | undefined;
  #planes: Planes | undefined;
  #connection: AbortController | undefined;
  #panes: readonly Pane[] = [];
  #active = 0;
  #series: readonly Admitted[] = [];
  #tool: LeftButton = "window";
  #layout: Layout = "one";
  #linked = false;
  #wheel = 0;
  #target: Target | undefined;
  #waiting: readonly Drawing[] = [];
  #picking = false;
  #crops: readonly Crop[] = [];
  #crop: Crop | undefined;

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
      invert: () => this.#pane?.stage?.invert(),
      draw: (what) => this.#draw(what),
      clear: () => this.#drawings?.clear(),
      reset: () => this.#reset(),
      scroll: (index) => this.#scroll(index),
      layout: (layout) => void this.#arrange(layout),
      link: () => this.#link(),
      crop: () => void this.#look(nextCrop(cropsFor(this.#crops, this.#target?.name), this.#crop)),
    });
    this.#panel.allow(this.#allowed);
    this.#drawings = new Drawings(this.#owner, {
      measured: (one) => this.#measured(one),
      removed: (id) => this.#unmeasured(id),
    });
    this.#drawings.aim(this.#target);
    this.#panel.target(this.#target?.label ?? "");
    this.#setPanes(1);
    this.addEventListener("keydown", (event) => this.#key(event), { signal });
    void this.#load(signal);
  }

  disconnectedCallback(): void {
    this.#connection?.abort();
    this.#drawings?.close();
    this.#planes?.close();
    this.#panes.forEach((pane) => pane.close());
    dismiss(this.#series.flatMap((one) => one.ids));
    this.#planes = undefined;
    this.#drawings = undefined;
    this.#panes = [];
    this.#series = [];
    this.#crops = [];
    this.#crop = undefined;
    this.#panel = undefined;
    this.#tool = "window";
    this.#layout = "one";
    this.#linked = false;
    this.#picking = false;
  }

  attributeChangedCallback(_name: string, before: string | null, after: string | null): void {
    if (this.#panel !== undefined && before !== after) {
      this.disconnectedCallback();
      this.connectedCallback();
    }
  }

  /** For what is measured from now on; the page sets it. */
  set target(target: Target | undefined) {
    this.#target = target;
    this.#drawings?.aim(target);
    this.#panel?.target(target?.label ?? "");
    this.#lookAtTarget();
  }

  get target(): Target | undefined {
    return this.#target;
  }

  /** Takes a tool, as its button does. */
  draw(what: LeftButton): void {
    this.#tool = "window";
    this.#draw(what);
  }

  /** The next click in the picture is told by the event picked: where it was, in the list's numbers, and at which pixel. */
  async pick(): Promise<void> {
    if (this.#layout === "planes") {
      await this.#arrange("one");
    }
    this.#lay();
    this.#picking = true;
    this.#panes.forEach((pane) => pane.pick(true));
    this.#press();
  }

  /** Shows what somebody proposes, to be moved, taken or erased; the event measured tells of each with proposed. */
  async propose(drawings: readonly Drawing[]): Promise<void> {
    await this.#brought(drawings);
    const shown = this.#drawings?.propose(drawings) ?? [];
    shown.forEach((one) => this.#announce(one));
    const middle = shown[Math.floor(shown.length / 2)];
    await (middle === undefined ? undefined : this.show(middle.at));
    this.#refresh();
  }

  /** A proposed drawing becomes the reader's own: the event measured tells of it anew. */
  take(id: string): void {
    this.#drawings?.take(id);
    this.#refresh();
  }

  /** Shows one image: series, image, frame. */
  async show(at: Triple): Promise<void> {
    const id = idAt(this.#owner, at);
    const number = this.#series.findIndex((one) => id !== undefined && one.ids.includes(id));
    if (id === undefined || number < 0) {
      return;
    }
    if (this.#layout === "planes" || this.#pane?.number !== number) {
      await this.#choose(number);
    }
    this.#scroll(this.#series[number]!.ids.indexOf(id));
  }

  /** What a region measures is in the pixels of its image, which may not have been asked for yet. */
  async #brought(drawings: readonly Drawing[]): Promise<void> {
    const ids = drawings.map((one) => idAt(this.#owner, one.at)).filter((id) => id !== undefined);
    await Promise.all(ids.map((id) => bring(id)));
  }

  /** Shows what was drawn before, so that it can be changed; before the images are there it is kept until then. */
  restore(drawings: readonly Drawing[]): void {
    this.#waiting = drawings;
    void this.#restoreWaiting();
  }

  /** Removes one drawing, by the id that the event measured gave. */
  erase(id: string): void {
    this.#drawings?.remove(id);
  }

  async #restoreWaiting(): Promise<void> {
    if (this.#series.length > 0 && this.#drawings !== undefined) {
      const waiting = this.#waiting;
      this.#waiting = [];
      await this.#brought(waiting.filter((one) => one.shape === "ELLIPSE")).catch(() => undefined);
      const restored = this.#drawings?.restore(waiting) ?? [];
      restored.filter((one) => one.target !== "" || one.results.length > 0).forEach((one) => this.#announce(one));
      this.#refresh();
    }
  }

  /** The shapes that can be drawn: all, or those that the attribute tools names. */
  get #allowed(): readonly Shape[] {
    const named = this.getAttribute("tools")?.split(/\s+/);
    return (Object.keys(POINTS) as Shape[]).filter((shape) => named?.includes(shape) ?? true);
  }

  /** Shows where to look for what is judged, unless that is shown already. */
  #lookAtTarget(): void {
    const crops = cropsFor(this.#crops, this.#target?.name);
    this.#press();
    if (this.#crop === undefined || !crops.includes(this.#crop)) {
      const view = this.#pane?.view;
      const here = view === undefined ? undefined : crops.find((one) => idAt(this.#owner, one.at) === view.id);
      void this.#look(here ?? crops[0]);
    }
  }

  async #look(crop: Crop | undefined): Promise<void> {
    const id = crop === undefined ? undefined : idAt(this.#owner, crop.at);
    const number = id === undefined ? -1 : this.#series.findIndex((one) => one.ids.includes(id));
    if (crop === undefined || id === undefined || number < 0) {
      return;
    }
    this.#crop = crop;
    if (this.#layout === "planes") {
      await this.#arrange("one");
    }
    if (this.#pane?.number !== number) {
      await this.#showIn(this.#pane, number);
    }
    this.#pane?.stage?.look(this.#series[number]!.ids.indexOf(id), crop.box);
  }

  get #pane(): Pane | undefined {
    return this.#panes[this.#active];
  }

  async #load(signal: AbortSignal): Promise<void> {
    ["data-ready", "data-index", "data-count", "data-window", "data-error", "data-layout"].forEach((name) => this.removeAttribute(name));
    const source = this.getAttribute("src");
    if (source === null || source === "") {
      return this.#fail(this.#texts("noSource"));
    }
    this.#pane?.note(this.#texts("loading"), "progress");
    try {
      const list = await this.#fetchList(source, signal);
      if (signal.aborted || list === undefined) {
        return;
      }
      this.#series = list.series.map((entry, number) => ({ entry, ids: admit(entry, number, this.#owner) }));
      const first = list.earlier[0]?.at;
      await (this.#series.length === 0 ? this.#fail(this.#texts("empty")) : this.#choose(first?.[0] ?? 0));
      this.#crops = list.crops;
      this.#lookAtTarget();
      this.#drawings?.restore(list.earlier);
      // Drawings of another time are what one comes for.
      const shown = first === undefined ? -1 : (this.#series[this.#pane?.number ?? 0]?.ids.indexOf(idAt(this.#owner, first) ?? "") ?? -1);
      if (shown >= 0) {
        this.#scroll(shown);
      }
      await this.#restoreWaiting();
    } catch (error) {
      if (!signal.aborted) {
        this.#fail(this.#texts("notShown", { reason: reasonOf(error, this.#texts) }));
      }
    }
  }

  /** The list, or undefined when the reason for having none has been shown. */
  async #fetchList(source: string, signal: AbortSignal): Promise<{ series: readonly SeriesEntry[]; earlier: readonly Drawing[]; crops: readonly Crop[] } | undefined> {
    const response = await fetch(source, { signal, headers: { Accept: "application/json" } }).catch(() => undefined);
    if (signal.aborted) {
      return undefined;
    }
    if (response === undefined || !response.ok) {
      this.#fail(response === undefined ? this.#texts("unreachable") : this.#texts("refused", { status: response.status }));
      return undefined;
    }
    try {
      const json: unknown = await response.json();
      return { series: readManifest(json), earlier: readAnnotations(json), crops: readCrops(json) };
    } catch (error) {
      const reason = error instanceof ManifestRefused ? error.message : "JSON";
      this.#fail(this.#texts("notUnderstood", { reason }));
      return undefined;
    }
  }

  /** Shows a series in the picture that is worked on. */
  async #choose(index: number): Promise<void> {
    if (this.#layout === "planes") {
      await this.#arrange("one");
    }
    await this.#showIn(this.#pane, index);
  }

  async #showIn(pane: Pane | undefined, index: number): Promise<void> {
    const series = this.#series[index];
    const panel = this.#panel;
    if (series === undefined || panel === undefined || pane === undefined) {
      return;
    }
    this.removeAttribute("data-ready");
    if (pane === this.#pane) {
      panel.offer(this.#series.map((one) => one.entry), index);
      panel.status([]);
    }
    pane.note(this.#texts("loading"), "progress");
    const shown = pane.show(series.entry, index, series.ids);
    this.dataset["rendering"] = pane.stage?.accelerated === false ? "cpu" : "gpu";
    pane.draw(this.#tool);
    panel.slice(pane.stage?.target ?? 0, series.entry.images.length);
    await shown;
  }

  /** Makes room for so many pictures; those that stay keep what they show. */
  #setPanes(count: number): void {
    const panel = this.#panel!;
    const kept = this.#panes.slice(0, count);
    this.#panes.slice(count).forEach((pane) => pane.close());
    const cpu = this.getAttribute("rendering") === "cpu";
    while (kept.length < count) {
      kept.push(
        new Pane(this.#texts("viewport"), cpu, {
          shown: (pane) => this.#shown(pane),
          failed: (at, error) => this.#fail(this.#texts("imageFailed", { index: at + 1, reason: reasonOf(error, this.#texts) })),
          wheel: (pane, event) => this.#turn(pane, event),
          active: (pane) => this.#activate(pane),
          clicked: (pane, event) => this.#picked(pane, event),
        }),
      );
    }
    this.#panes = kept;
    this.#active = Math.min(this.#active, count - 1);
    panel.stage.replaceChildren(...kept.map((pane) => pane.root));
    this.#mark();
  }

  #mark(): void {
    this.#panes.forEach((pane, index) => pane.root.toggleAttribute("data-active", index === this.#active));
  }

  #activate(pane: Pane): void {
    const index = this.#panes.indexOf(pane);
    if (index >= 0 && index !== this.#active) {
      this.#active = index;
      this.#mark();
      this.#panel?.offer(this.#series.map((one) => one.entry), pane.number);
      this.#shown(pane);
    }
  }

  /** One picture, two, or three planes. The second picture begins with the next series, such as the view from the side. */
  async #arrange(layout: Layout): Promise<void> {
    if (this.#panel === undefined || this.#series.length === 0 || layout === this.#layout) {
      return;
    }
    const number = Math.max(0, this.#pane?.number ?? 0);
    if (layout === "planes") {
      return this.#openPlanes(number);
    }
    this.#closePlanes();
    this.#layout = layout;
    if (layout === "one") {
      const index = this.#pane?.number ?? 0;
      this.#active = 0;
      this.#setPanes(1);
      if (this.#pane?.number !== index || this.#pane.view === undefined) {
        await this.#showIn(this.#pane, Math.max(0, index));
      }
    } else {
      this.#setPanes(2);
      const first = this.#panes[0];
      if (first?.view === undefined) {
        await this.#showIn(first, number);
      }
      await this.#showIn(this.#panes[1], besideOf(this.#series.map((one) => one.entry), number));
    }
    this.#refresh();
  }

  async #openPlanes(number: number): Promise<void> {
    const series = this.#series[number];
    const panel = this.#panel!;
    const volume = series === undefined ? undefined : volumeOf(series.entry, series.ids);
    if (series === undefined || volume === undefined || this.#pane?.stage?.accelerated === false) {
      this.#pane?.note(this.#texts(volume === undefined ? "noVolume" : "noPlanes"), "progress");
      this.dataset["planes"] = "refused";
      return;
    }
    this.removeAttribute("data-ready");
    this.#draw("window");
    this.#layout = "planes";
    const planes = new Planes(`${this.#owner}/planes/${number}`, volume, {
      progress: (done, all) => planes.note(this.#texts("gathering", { done, all })),
      shown: (parts) => panel.status([`x, y, z: ${parts.join(", ")} mm`]),
    });
    this.#planes = planes;
    this.#panes.forEach((pane) => pane.root.remove());
    panel.stage.replaceChildren(planes.root);
    try {
      await planes.open();
      if (this.#planes === planes) {
        planes.note("");
        this.dataset["layout"] = "planes";
        this.dataset["ready"] = "true";
        this.#refresh();
      }
    } catch (error) {
      planes.note(this.#texts("notShown", { reason: reasonOf(error, this.#texts) }));
    }
  }

  #closePlanes(): void {
    if (this.#planes !== undefined) {
      this.#planes.close();
      this.#planes = undefined;
      this.#panel?.stage.replaceChildren(...this.#panes.map((pane) => pane.root));
    }
  }

  #link(): void {
    this.#linked = !this.#linked;
    this.#refresh();
  }

  #shown(pane: Pane): void {
    const panel = this.#panel;
    const { stage, view } = pane;
    if (panel === undefined || stage === undefined || view === undefined) {
      return;
    }
    if (stage.target === view.index) {
      pane.quiet();
      this.removeAttribute("data-error");
    }
    pane.corner(this.#panes.length > 1 ? `${this.#nameOf(pane.number)} ${placeText(this.#texts, pane.modality, view.index, view.count)}` : "");
    this.dataset["layout"] = this.#layout;
    if (pane === this.#pane) {
      panel.status(statusParts(this.#texts, pane.modality, view));
      this.#press();
      if (stage.target === view.index) {
        panel.slice(view.index, view.count);
      }
      this.dataset["index"] = String(view.index);
      this.dataset["count"] = String(view.count);
      this.dataset["window"] = `${Math.round(view.window.width)}/${Math.round(view.window.center)}`;
    }
    if (this.#panes.every((one) => one.view !== undefined)) {
      this.dataset["ready"] = "true";
    }
  }

  #nameOf(number: number): string {
    const entry = this.#series[number]?.entry;
    return entry === undefined ? "" : nameOf(this.#texts, entry);
  }

  #press(): void {
    const view = this.#pane?.view;
    this.#panel?.pressed({
      preset: view === undefined ? undefined : view.ownWindow ? "stored" : presetOf(view.window),
      inverted: view?.inverted ?? false,
      drawing: this.#tool,
      drawings: this.#drawings?.count ?? 0,
      layout: this.#layout,
      linked: this.#linked,
      picking: this.#picking,
      crops: cropsFor(this.#crops, this.#target?.name).length,
    });
  }

  #refresh(): void {
    this.#panes.forEach((pane) => pane.stage?.refresh());
    this.#press();
  }

  #fail(sentence: string): void {
    this.dataset["error"] = sentence;
    this.#pane?.note(sentence, "error");
  }

  #measured(one: Measured): void {
    this.#announce(one);
    this.#refresh();
  }

  #announce(one: Measured): void {
    if (this.#series[one.at[0]]?.entry.earlier === true) {
      return;
    }
    this.dispatchEvent(new CustomEvent("measured", { detail: one, bubbles: true, composed: true }));
  }

  #unmeasured(id: string): void {
    this.dispatchEvent(new CustomEvent("unmeasured", { detail: { id }, bubbles: true, composed: true }));
    this.#refresh();
  }

  #key(event: KeyboardEvent): void {
    const wish = this.#series.length === 0 ? null : keyWish(event);
    if (wish !== null) {
      event.preventDefault();
      this.#grant(wish);
    }
  }

  #grant(wish: KeyWish): void {
    switch (wish.kind) {
      case "scroll":
        return this.#scroll((this.#pane?.stage?.target ?? 0) + wish.by);
      case "end":
        return this.#scroll(wish.last ? Number.MAX_SAFE_INTEGER : 0);
      case "preset":
        return this.#preset(wish.number === 4 ? "stored" : presetsFor(this.#pane?.modality ?? "")[wish.number - 1]);
      case "invert":
        return this.#pane?.stage?.invert();
      case "draw":
        return this.#draw(wish.what);
      case "layout":
        return void this.#arrange(wish.layout);
      case "link":
        return this.#link();
      case "undo":
        return this.#drawings?.undo();
      case "clear":
        return this.#drawings?.clear();
      case "reset":
        return this.#reset();
      case "crop":
        return void this.#look(nextCrop(cropsFor(this.#crops, this.#target?.name), this.#crop));
    }
  }

  #turn(pane: Pane, event: WheelEvent): void {
    event.preventDefault();
    if (!event.ctrlKey && pane.stage !== undefined) {
      this.#activate(pane);
      const { slices, left } = wheelSlices(this.#wheel, event.deltaY);
      this.#wheel = left;
      this.#scroll(pane.stage.target + slices);
    }
  }

  #scroll(index: number): void {
    const pane = this.#pane;
    const stage = pane?.stage;
    if (pane === undefined || stage === undefined || this.#layout === "planes") {
      return;
    }
    const before = stage.target;
    stage.go(index);
    this.#panel?.slice(stage.target, pane.count);
    if (this.#linked) {
      this.#follow(pane, before, stage.target);
    }
  }

  /** The other picture goes where this one went. */
  #follow(pane: Pane, from: number, to: number): void {
    for (const other of this.#panes.filter((one) => one !== pane)) {
      const [here, there] = [this.#series[pane.number], this.#series[other.number]];
      if (here !== undefined && there !== undefined && other.stage !== undefined) {
        other.stage.go(linkedIndex(here.ids, from, to, there.ids, other.stage.target));
      }
    }
  }

  #preset(name: PresetName | "stored" | undefined): void {
    if (this.#planes !== undefined) {
      return name === undefined || name === "stored" ? this.#planes.ownWindow() : this.#planes.window(CT_PRESETS[name]);
    }
    if (name === "stored") {
      this.#pane?.stage?.setOwnWindow();
    } else if (name !== undefined) {
      this.#pane?.stage?.setWindow(CT_PRESETS[name]);
    }
  }

  /** A click that was asked for; any other is nobody's. */
  #picked(pane: Pane, event: PointerEvent): void {
    const place = this.#picking ? pane.stage?.at(event.clientX, event.clientY) : undefined;
    if (place !== undefined && this.#series[pane.number]?.entry.earlier === false) {
      this.#lay();
      this.dispatchEvent(new CustomEvent("picked", { detail: { at: atOf(place.id), point: place.point }, bubbles: true, composed: true }));
    }
  }

  /** Lays down whatever tool there is. */
  #lay(): void {
    this.#picking = false;
    this.#tool = "window";
    this.#panes.forEach((pane) => pane.draw("window"));
    this.#press();
  }

  /** Takes a tool; taking it again lays it down. */
  #draw(what: LeftButton): void {
    this.#picking = false;
    if (this.#planes === undefined && (what === "window" || this.#allowed.includes(what))) {
      this.#tool = what === this.#tool ? "window" : what;
      this.#panes.forEach((pane) => pane.draw(this.#tool));
      this.#press();
    }
  }

  #reset(): void {
    if (this.#planes !== undefined) {
      return this.#planes.reset();
    }
    this.#tool = "window";
    this.#panes.forEach((pane) => {
      pane.draw("window");
      pane.stage?.reset();
    });
    this.#press();
  }
}
