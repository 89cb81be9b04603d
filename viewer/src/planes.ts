import { cache, Enums, RenderingEngine, volumeLoader, type Types } from "@cornerstonejs/core";
import { Enums as ToolEnums, PanTool, ToolGroupManager, ZoomTool } from "@cornerstonejs/tools";
import { normal } from "./geometry";
import { bring } from "./images";
import type { ImageEntry, SeriesEntry, Triple } from "./manifest";
import { make } from "./markup";
import { start } from "./tools";
import { rangeOf, type Window } from "./windowing";

/** A stack that fills space evenly. */
export interface Volume {
  readonly ids: readonly string[];
  readonly middle: Triple;
  /** From slice to slice, mm. */
  readonly step: number;
  readonly window: Window | undefined;
}

/** How unevenly slices may follow each other, as a share of their distance. */
const UNEVEN = 0.02;
const AT_ONCE = 8;

/** The volume of a series in scroll order; undefined when its slices are too few, not alike, or not evenly spaced. */
export function volumeOf(series: SeriesEntry, ids: readonly string[], ordered: readonly ImageEntry[] = inOrder(series)): Volume | undefined {
  const [first, second, last] = [ordered[0], ordered[1], ordered.at(-1)];
  if (series.modality !== "CT" || ordered.length < 3 || first?.spacing == null || first.position === null || second?.position == null || last?.position == null) {
    return undefined;
  }
  const axis = normal(first);
  const heights = ordered.map((one) => (one.position === null ? NaN : dot(one.position, axis)));
  const step = (heights.at(-1)! - heights[0]!) / (heights.length - 1);
  const even = heights.every((height, at) => Math.abs(height - heights[0]! - at * step) <= UNEVEN * step);
  const alike = ordered.every((one) => one.rows === first.rows && one.columns === first.columns && String(one.spacing) === String(first.spacing));
  if (!(step > 0) || !even || !alike) {
    return undefined;
  }
  const { windowCenter, windowWidth } = ordered[Math.floor(ordered.length / 2)]!;
  return {
    ids,
    middle: centre(first, last),
    step,
    window: windowCenter === null || windowWidth === null ? undefined : { center: windowCenter, width: windowWidth },
  };
}

function inOrder(series: SeriesEntry): readonly ImageEntry[] {
  const [first] = series.images;
  const axis = first === undefined ? ([0, 0, 1] as Triple) : normal(first);
  return series.images.toSorted((a, b) => dot(a.position ?? [0, 0, 0], axis) - dot(b.position ?? [0, 0, 0], axis));
}

/** The middle of the box between the first pixel of the first and the last pixel of the last slice. */
function centre(first: ImageEntry, last: ImageEntry): Triple {
  const [a, b, c, d, e, f] = first.orientation!;
  const [rows, columns] = [((first.rows - 1) / 2) * first.spacing![0], ((first.columns - 1) / 2) * first.spacing![1]];
  const [along, below] = [[a, b, c], [d, e, f]] as const;
  return [0, 1, 2].map((at) => (first.position![at]! + last.position![at]!) / 2 + along[at]! * columns + below[at]! * rows) as unknown as Triple;
}

function dot(one: Triple, other: Triple): number {
  return one[0] * other[0] + one[1] * other[1] + one[2] * other[2];
}

export interface PlaneEvents {
  progress(done: number, all: number): void;
  /** Where the crosshair is in the patient, mm: to the left, to the back, to the head. */
  shown(places: readonly string[]): void;
}

const VIEWS = [Enums.OrientationAxis.AXIAL, Enums.OrientationAxis.SAGITTAL, Enums.OrientationAxis.CORONAL] as const;

/** Three planes through one volume, which meet where the crosshair is. Needs WebGL. */
export class Planes {
  readonly root = make("div", { class: "planes" });
  readonly #note = make("div", { class: "note", role: "status" });
  readonly #name: string;
  readonly #volume: Volume;
  readonly #events: PlaneEvents;
  readonly #elements = VIEWS.map((view) => make("div", { class: "plane viewport", tabindex: "0", "data-plane": view }));
  readonly #lines = VIEWS.map(() => [make("i", { class: "cross across" }), make("i", { class: "cross down" })] as const);
  readonly #sizes: ResizeObserver;
  #engine: RenderingEngine | undefined;
  #focus: Triple;

  constructor(name: string, volume: Volume, events: PlaneEvents) {
    this.#name = name;
    this.#volume = volume;
    this.#events = events;
    this.#focus = volume.middle;
    this.#elements.forEach((element, at) => {
      const frame = make("div", { class: "pane" }, element, ...this.#lines[at]!);
      this.root.append(frame);
      element.addEventListener("wheel", (event) => this.#turn(at, event), { passive: false });
      element.addEventListener("contextmenu", (event) => event.preventDefault());
      for (const kind of ["pointerdown", "pointermove"] as const) {
        element.addEventListener(kind, (event) => this.#point(at, event));
      }
    });
    this.root.append(this.#note);
    this.#sizes = new ResizeObserver(() => {
      this.#engine?.resize(true, true);
      this.#cross();
    });
  }

  note(sentence: string): void {
    this.#note.textContent = sentence;
    this.#note.hidden = sentence === "";
  }

  /** Fetches what is missing of the volume and shows it. */
  async open(): Promise<void> {
    start(false);
    await this.#gather();
    if (!this.root.isConnected) {
      return;
    }
    this.#engine = new RenderingEngine(this.#name);
    this.#engine.setViewports(
      VIEWS.map((orientation, at) => ({
        viewportId: this.#viewportName(at),
        type: Enums.ViewportType.ORTHOGRAPHIC,
        element: this.#elements[at]!,
        defaultOptions: { orientation, background: [0, 0, 0] as Types.RGB },
      })),
    );
    volumeLoader.createAndCacheVolumeFromImagesSync(this.#name, [...this.#volume.ids]);
    this.#bindTools();
    await Promise.all(this.#viewports().map((viewport) => viewport.setVolumes([{ volumeId: this.#name }])));
    this.ownWindow();
    const drawn = this.#elements.map((element) => new Promise((done) => element.addEventListener(Enums.Events.IMAGE_RENDERED, done, { once: true })));
    this.#engine.render();
    await Promise.all(drawn);
    this.#elements.forEach((element) => element.addEventListener(Enums.Events.CAMERA_MODIFIED, () => this.#cross()));
    this.#sizes.observe(this.root);
    this.#go(this.#focus);
  }

  window(window: Window): void {
    for (const viewport of this.#viewports()) {
      viewport.setProperties({ voiRange: rangeOf(window) }, this.#name);
      viewport.render();
    }
  }

  ownWindow(): void {
    this.window(this.#volume.window ?? { center: 400, width: 2000 });
  }

  reset(): void {
    this.#viewports().forEach((viewport) => viewport.resetCamera());
    this.ownWindow();
    this.#go(this.#volume.middle);
  }

  close(): void {
    this.#sizes.disconnect();
    this.root.remove();
    if (this.#engine !== undefined) {
      ToolGroupManager.destroyToolGroup(this.#name);
      this.#engine.destroy();
      this.#engine = undefined;
    }
    if (cache.getVolume(this.#name) !== undefined) {
      cache.removeVolumeLoadObject(this.#name);
    }
  }

  #viewportName(at: number): string {
    return `${this.#name}/${VIEWS[at]}`;
  }

  #viewports(): readonly Types.IVolumeViewport[] {
    return VIEWS.map((_, at) => this.#engine?.getViewport(this.#viewportName(at)) as Types.IVolumeViewport | undefined).filter((one) => one !== undefined);
  }

  async #gather(): Promise<void> {
    const { ids } = this.#volume;
    let [next, done] = [0, 0];
    const work = async (): Promise<void> => {
      while (next < ids.length && this.root.isConnected) {
        await bring(ids[next++]!);
        done += 1;
        this.#events.progress(done, ids.length);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }

  #bindTools(): void {
    const group = ToolGroupManager.createToolGroup(this.#name)!;
    group.addTool(PanTool.toolName);
    group.addTool(ZoomTool.toolName);
    VIEWS.forEach((_, at) => group.addViewport(this.#viewportName(at), this.#name));
    group.setToolActive(PanTool.toolName, { bindings: [{ mouseButton: ToolEnums.MouseBindings.Auxiliary }] });
    group.setToolActive(ZoomTool.toolName, { bindings: [{ mouseButton: ToolEnums.MouseBindings.Secondary }] });
  }

  /** Every plane is moved along its own normal until it goes through the point. */
  #go(focus: Triple): void {
    this.#focus = focus;
    for (const viewport of this.#viewports()) {
      const { focalPoint, position, viewPlaneNormal } = viewport.getCamera() as { focalPoint: Triple; position: Triple; viewPlaneNormal: Triple };
      const away = dot(focus, viewPlaneNormal) - dot(focalPoint, viewPlaneNormal);
      const moved = (point: Triple): Types.Point3 => [0, 1, 2].map((at) => point[at]! + away * viewPlaneNormal[at]!) as Types.Point3;
      viewport.setCamera({ focalPoint: moved(focalPoint), position: moved(position) });
      viewport.render();
    }
    this.#cross();
  }

  #cross(): void {
    this.#viewports().forEach((viewport, at) => {
      const [x, y] = viewport.worldToCanvas(this.#focus as unknown as Types.Point3);
      const [across, down] = this.#lines[at]!;
      across.style.top = `${y}px`;
      down.style.left = `${x}px`;
    });
    this.root.dataset["focus"] = this.#focus.map((part) => part.toFixed(1)).join(" ");
    this.#events.shown(this.#focus.map((part) => part.toFixed(0)));
  }

  #point(at: number, event: PointerEvent): void {
    const viewport = this.#viewports()[at];
    if (viewport !== undefined && (event.buttons & 1) === 1) {
      const box = this.#elements[at]!.getBoundingClientRect();
      this.#go(viewport.canvasToWorld([event.clientX - box.left, event.clientY - box.top]) as unknown as Triple);
    }
  }

  #turn(at: number, event: WheelEvent): void {
    event.preventDefault();
    const viewport = this.#viewports()[at];
    if (viewport !== undefined) {
      const { viewPlaneNormal } = viewport.getCamera() as { viewPlaneNormal: Triple };
      const by = Math.sign(event.deltaY) * (VIEWS[at] === Enums.OrientationAxis.AXIAL ? this.#volume.step : 1);
      this.#go([0, 1, 2].map((axis) => this.#focus[axis]! - by * viewPlaneNormal[axis]!) as unknown as Triple);
    }
  }
}
