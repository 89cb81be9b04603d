import { cache, Enums, RenderingEngine, type Types } from "@cornerstonejs/core";
import { ToolGroupManager } from "@cornerstonejs/tools";
import { stepsOf, toImage, toWorld, type Point } from "./geometry";
import { bring, entryOf, fetchAhead } from "./images";
import { scaleFor } from "./looking";
import type { ImageEntry } from "./manifest";
import { bindTools, giveLeftButton, start, type LeftButton } from "./tools";
import { rangeOf, windowOf, type Window } from "./windowing";

/** What is on the screen now, read back from the picture itself rather than from what was asked for. */
export interface View {
  readonly id: string;
  readonly index: number;
  readonly count: number;
  readonly window: Window;
  /** The window is the one that belongs to the image, and stays so while scrolling on. */
  readonly ownWindow: boolean;
  readonly inverted: boolean;
  /** Screen pixels (CSS) per image pixel. */
  readonly zoom: number;
  readonly image: ImageEntry;
}

export interface StageEvents {
  shown(view: View): void;
  failed(index: number, error: unknown): void;
}

/** A part of an image. */
interface Box {
  readonly index: number;
  readonly corners: readonly [Point, Point];
}

/** How many neighbours on each side are fetched before they are asked for. */
const AHEAD = 12;
const LINGER_MS = 40;

let stages = 0;

/** One Cornerstone stack viewport with its tools. Without WebGL, Cornerstone draws on the processor. */
export class Stage {
  /** Of the engine, its one viewport and its tools: Cornerstone looks up some of them by the viewport's name alone. */
  readonly #name = `trabecula-${++stages}`;
  readonly #engine: RenderingEngine;
  readonly #viewport: Types.IStackViewport;
  readonly #events: StageEvents;
  readonly #element: HTMLDivElement;
  #wasVisible: boolean;
  readonly #aborted = new AbortController();
  #ids: readonly string[] = [];
  #mounted = false;
  #ownWindow = true;
  #inverted = false;
  #shown = -1;
  #target = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #box: Box | undefined;
  /** What fills the picture until the mouse moves it. */
  #filled: Box | undefined;
  /** Somebody zoomed or panned. */
  #moved = false;

  constructor(element: HTMLDivElement, cpu: boolean, events: StageEvents) {
    start(cpu);
    this.#events = events;
    this.#element = element;
    this.#wasVisible = element.clientWidth > 0 && element.clientHeight > 0;
    this.#engine = new RenderingEngine(this.#name);
    this.#engine.enableElement({
      viewportId: this.#name,
      type: Enums.ViewportType.STACK,
      element,
      defaultOptions: { background: [0, 0, 0] },
    });
    this.#viewport = this.#engine.getViewport(this.#name) as Types.IStackViewport;
    bindTools(this.#name);
    const { signal } = this.#aborted;
    element.addEventListener(Enums.Events.IMAGE_RENDERED, this.#report, { signal });
    // The left button draws or sets the window; the others, and fingers, move the picture.
    element.addEventListener("pointerdown", ({ button, pointerType }) => (this.#moved ||= button !== 0 || pointerType === "touch"), { signal });
    for (const name of ["pointerdown", "wheel"] as const) {
      element.addEventListener(name, () => (this.#filled = undefined), { signal, passive: true });
    }
  }

  /** True when the picture is drawn by WebGL, false when by the processor. */
  get accelerated(): boolean {
    return !(this.#viewport as unknown as { useCPURendering: boolean }).useCPURendering;
  }

  /** Puts a series on the stage, starting in its middle, in its own window. */
  show(ids: readonly string[], from = Math.floor(ids.length / 2)): Promise<void> {
    this.#ids = ids;
    this.#mounted = false;
    this.#ownWindow = true;
    this.#inverted = false;
    this.#moved = false;
    this.#shown = -1;
    this.#target = from;
    return this.#turn();
  }

  /** Scrolls to an image; past the ends it stays at the end. */
  go(index: number): void {
    this.#target = Math.max(0, Math.min(this.#ids.length - 1, index));
    clearTimeout(this.#timer);
    if (cache.isLoaded(this.#ids[this.#target] ?? "")) {
      void this.#turn();
    } else {
      // While somebody scrolls fast, only images where they linger are asked for.
      this.#timer = setTimeout(() => void this.#turn(), LINGER_MS);
    }
  }

  /** Scrolls to an image and fills the picture with a part of it. */
  look(index: number, corners: readonly [Point, Point]): void {
    this.#box = { index, corners };
    this.go(index);
  }

  /** Where the last scroll leads, which may not be on the screen yet. */
  get target(): number {
    return this.#target;
  }

  setWindow(window: Window): void {
    this.#ownWindow = false;
    this.#dress({ voiRange: rangeOf(window) });
  }

  setOwnWindow(): void {
    this.#ownWindow = true;
    this.#dress();
  }

  invert(): void {
    this.#inverted = !this.#inverted;
    this.#dress();
  }

  reset(): void {
    this.#ownWindow = true;
    this.#inverted = false;
    this.#moved = false;
    this.#filled = undefined;
    if (this.#mounted) {
      this.#viewport.resetCamera();
    }
    this.#dress();
  }

  /** Follows the size of its element: a picture that nobody moved is seen whole, zoom and pan of another are kept. */
  resize(): void {
    const visible = this.#element.clientWidth > 0 && this.#element.clientHeight > 0;
    if (visible) {
      this.#engine.resize(true, this.#wasVisible && this.#moved);
      if (this.#filled?.index === this.#shown) {
        this.#fill(this.#filled);
        this.#viewport.render();
      }
    }
    this.#wasVisible = visible;
  }

  /** The image and its pixel under a place of the window; undefined beside the image. */
  at(x: number, y: number): { readonly id: string; readonly point: Point } | undefined {
    const image = this.#image();
    const box = this.#element.getBoundingClientRect();
    if (image === undefined) {
      return undefined;
    }
    const entry = entryOf(image.imageId);
    const point = toImage(this.#viewport.canvasToWorld([x - box.left, y - box.top]), entry);
    const inside = point[0] >= 0 && point[1] >= 0 && point[0] <= entry.columns - 1 && point[1] <= entry.rows - 1;
    return inside ? { id: image.imageId, point } : undefined;
  }

  /** The left button draws instead of changing the window. */
  draw(what: LeftButton): void {
    giveLeftButton(this.#name, what);
    this.#report();
  }

  /** Draws again, after something was drawn or removed by other means than the mouse. */
  refresh(): void {
    if (this.#mounted) {
      this.#viewport.render();
    }
    this.#report();
  }

  close(): void {
    this.#aborted.abort();
    clearTimeout(this.#timer);
    ToolGroupManager.destroyToolGroup(this.#name);
    this.#engine.destroy();
    this.#ids = [];
  }

  /** Fetches the image that is wanted and shows it, unless another is wanted by then. */
  async #turn(): Promise<void> {
    const ids = this.#ids;
    const index = this.#target;
    const wanted = (): boolean => ids === this.#ids && index === this.#target;
    try {
      await bring(ids[index]!);
      if (wanted()) {
        await this.#display(index);
      }
    } catch (error) {
      if (wanted()) {
        this.#events.failed(index, error);
      }
    }
  }

  async #display(index: number): Promise<void> {
    if (this.#mounted) {
      await this.#viewport.setImageIdIndex(index);
    } else {
      this.#mounted = true;
      await this.#viewport.setStack([...this.#ids], index);
      this.#viewport.resetCamera();
    }
    if (this.#box?.index === index) {
      this.#filled = this.#box;
      this.#box = undefined;
      this.#fill(this.#filled);
    }
    this.#dress();
  }

  /** Fills the picture with a part of the image in it. */
  #fill({ index, corners: [one, other] }: Box): void {
    const entry = entryOf(this.#ids[index]!);
    const { rows, columns } = stepsOf(entry);
    const middle = toWorld([(one[0] + other[0]) / 2, (one[1] + other[1]) / 2], entry);
    const { focalPoint, position } = this.#viewport.getCamera();
    if (focalPoint === undefined || position === undefined) {
      return;
    }
    const moved = position.map((at, axis) => at + middle[axis]! - focalPoint[axis]!) as Types.Point3;
    const parallelScale = scaleFor(Math.abs(one[0] - other[0]) * columns, Math.abs(one[1] - other[1]) * rows, this.#element.clientWidth, this.#element.clientHeight);
    this.#viewport.setCamera({ focalPoint: [...middle] as Types.Point3, position: moved, parallelScale });
  }

  /** Brings window and inversion to the picture; Cornerstone draws it with the next frame, in one go. */
  #dress(properties: Types.StackViewportProperties = {}): void {
    const image = this.#image();
    if (image === undefined) {
      return;
    }
    const own = this.#ownWindow ? { voiRange: rangeOf(ownWindowOf(image)) } : {};
    const negative = entryOf(image.imageId).photometric === "MONOCHROME1";
    this.#viewport.setProperties({ ...properties, ...own, invert: this.#inverted !== negative });
    this.#viewport.render();
  }

  /** The image of this series that is in the picture, if there is one yet. */
  #image(): Types.IImage | undefined {
    // Typed as always present, but absent before the first image.
    const image = this.#viewport.getCornerstoneImage() as Types.IImage | undefined;
    return image !== undefined && this.#ids.includes(image.imageId) ? image : undefined;
  }

  readonly #report = (): void => {
    const image = this.#image();
    const { voiRange } = this.#viewport.getProperties();
    if (image === undefined || voiRange === undefined) {
      return;
    }
    const index = this.#ids.indexOf(image.imageId);
    const window = windowOf(voiRange);
    if (index !== this.#shown) {
      this.#shown = index;
      fetchAhead(this.#ids, index, AHEAD);
    } else if (!same(window, ownWindowOf(image))) {
      // The mouse has moved the window away from the image's own.
      this.#ownWindow = false;
    }
    this.#events.shown({
      id: image.imageId,
      index,
      count: this.#ids.length,
      window,
      ownWindow: this.#ownWindow,
      inverted: this.#inverted,
      zoom: this.#zoom(image.imageId),
      image: entryOf(image.imageId),
    });
  };

  /** Measured on the canvas, because the two ways of drawing count zoom differently. */
  #zoom(id: string): number {
    const entry = entryOf(id);
    const { origin, direction, spacing } = this.#viewport.getImageData();
    const across = entry.columns * spacing[0];
    const far = [0, 1, 2].map((axis) => origin[axis]! + direction[axis]! * across) as Types.Point3;
    const [x1, y1] = this.#viewport.worldToCanvas(origin);
    const [x2, y2] = this.#viewport.worldToCanvas(far);
    return Math.hypot(x2 - x1, y2 - y1) / entry.columns;
  }
}

/** The loader puts one window on each image: the stored one, or that of all its values. */
function ownWindowOf(image: Types.IImage): Window {
  return { center: image.windowCenter as number, width: image.windowWidth as number };
}

function same(one: Window, other: Window): boolean {
  return Math.abs(one.center - other.center) < 0.01 && Math.abs(one.width - other.width) < 0.01;
}
