import { cache, eventTarget, utilities } from "@cornerstonejs/core";
import { annotation, Enums as ToolEnums, type Types as ToolTypes } from "@cornerstonejs/tools";
import { normal, toImage, toWorld, up, within, type Point, type Shape } from "./geometry";
import { atOf, entryOf, idAt, isKnown, modalityOf } from "./images";
import type { Triple } from "./manifest";
import { isApproximate, isAxis, isStroke, POINTS, printed, resultsOf, type Drawing, type Measured, type Target } from "./measured";
import { byImplant, stated, type Scale, type Stroke } from "./scale";
import { SHAPES, toolOf } from "./shapes";

/** What this program adds to the data of a Cornerstone annotation. */
interface Bound {
  target: string;
  mm: number | null;
  label: string | null;
  proposed: boolean;
}

type Annotation = ToolTypes.Annotation & { metadata: ToolTypes.AnnotationMetadata } & { data: { handles: { points: Triple[] }; bound?: Bound } };

export interface DrawingEvents {
  /** Something was drawn or changed, or what it measures changed with the scale of its image. */
  measured(one: Measured): void;
  removed(id: string): void;
}

/** Everything drawn on the images of one viewer. Cornerstone keeps it; this gives it meaning. */
export class Drawings {
  readonly #owner: string;
  readonly #events: DrawingEvents;
  readonly #told = new Set<string>();
  #target: Target | undefined;

  constructor(owner: string, events: DrawingEvents) {
    this.#owner = owner;
    this.#events = events;
    eventTarget.addEventListener(ToolEnums.Events.ANNOTATION_COMPLETED, this.#completed);
    eventTarget.addEventListener(ToolEnums.Events.ANNOTATION_MODIFIED, this.#modified);
    eventTarget.addEventListener(ToolEnums.Events.ANNOTATION_REMOVED, this.#removed);
  }

  /** What is drawn from now on is for this. */
  aim(target: Target | undefined): void {
    this.#target = target;
    this.#hold();
  }

  /**
   * Seen from the side, one screw lies over the other: while screws are placed, what was drawn for others stays as it is, and a line can begin
   * on it.
   */
  #hold(): void {
    const name = this.#target?.name ?? "";
    this.#own().forEach((one) => annotation.locking.setAnnotationLocked(one.annotationUID!, isAxis(name) && one.data.bound?.target !== name));
  }

  /** How many there are that can be removed. */
  get count(): number {
    return this.#own().length;
  }

  /** Draws what is known already: a sheet that came back (it can be changed), or, with a label, that of another time. */
  restore(drawings: readonly Drawing[]): readonly Measured[] {
    return this.#shown(drawings, false);
  }

  /** Draws what is proposed: it can be moved, and counts for nothing until it is taken. */
  propose(drawings: readonly Drawing[]): readonly Measured[] {
    return this.#shown(drawings, true);
  }

  /** A proposed drawing becomes one's own. */
  take(id: string): void {
    const one = this.#own().find((other) => other.annotationUID === id);
    if (one?.data.bound !== undefined) {
      one.data.bound.proposed = false;
      annotation.config.style.setAnnotationStyles(id, {});
      this.#tell(one);
    }
  }

  #shown(drawings: readonly Drawing[], proposed: boolean): readonly Measured[] {
    const made = drawings.map((one) => this.#restore(one, proposed)).filter((one) => one !== undefined);
    this.#hold();
    return made.map((one) => describe(one)).filter((one) => one !== undefined);
  }

  clear(): void {
    this.#own().forEach((one) => annotation.state.removeAnnotation(one.annotationUID!));
  }

  remove(id: string): void {
    annotation.state.removeAnnotation(id);
  }

  /** Takes back the last one. */
  undo(): void {
    const last = this.#own().at(-1);
    if (last !== undefined) {
      annotation.state.removeAnnotation(last.annotationUID!);
    }
  }

  close(): void {
    eventTarget.removeEventListener(ToolEnums.Events.ANNOTATION_COMPLETED, this.#completed);
    eventTarget.removeEventListener(ToolEnums.Events.ANNOTATION_MODIFIED, this.#modified);
    eventTarget.removeEventListener(ToolEnums.Events.ANNOTATION_REMOVED, this.#removed);
    this.#all().forEach((one) => annotation.state.removeAnnotation(one.annotationUID!));
  }

  #all(): readonly Annotation[] {
    return (annotation.state.getAllAnnotations() as Annotation[]).filter((one) => this.#mine(one));
  }

  #own(): readonly Annotation[] {
    return this.#all().filter((one) => (one.data.bound?.label ?? null) === null);
  }

  #mine(one: ToolTypes.Annotation): boolean {
    return one.metadata?.FrameOfReferenceUID?.startsWith(`${this.#owner}/`) === true;
  }

  /** The annotation, if it is one's own and to be told of. */
  #restore(drawing: Drawing, proposed: boolean): Annotation | undefined {
    const id = idAt(this.#owner, drawing.at);
    if (id === undefined || drawing.points.length !== POINTS[drawing.shape]) {
      return undefined;
    }
    const entry = entryOf(id);
    const made = {
      annotationUID: utilities.uuidv4(),
      highlighted: false,
      invalidated: true,
      isLocked: false,
      isVisible: true,
      autoGenerated: false,
      metadata: {
        toolName: toolOf(drawing.shape),
        FrameOfReferenceUID: `${this.#owner}/${drawing.at[0]}`,
        referencedImageId: id,
        viewPlaneNormal: normal(entry),
        viewUp: up(entry),
      },
      data: {
        label: "",
        cachedStats: {},
        handles: {
          points: handles(drawing.shape, drawing.points).map((point) => toWorld(point, entry)),
          activeHandleIndex: null,
          textBox: {
            hasMoved: false,
            worldPosition: [0, 0, 0],
            worldBoundingBox: { topLeft: [0, 0, 0], topRight: [0, 0, 0], bottomLeft: [0, 0, 0], bottomRight: [0, 0, 0] },
          },
        },
        bound: { target: drawing.target, mm: drawing.mm ?? null, label: drawing.label ?? null, proposed },
      },
    };
    annotation.state.addAnnotation(made as unknown as ToolTypes.Annotation, made.metadata.FrameOfReferenceUID);
    if (drawing.label !== undefined) {
      annotation.locking.setAnnotationLocked(made.annotationUID, true);
      annotation.config.style.setAnnotationStyles(made.annotationUID, EARLIER);
      return undefined;
    }
    if (proposed) {
      annotation.config.style.setAnnotationStyles(made.annotationUID, PROPOSED);
    }
    this.#told.add(made.annotationUID);
    return made as unknown as Annotation;
  }

  readonly #completed = (event: Event): void => {
    const one = annotationOf(event);
    if (this.#mine(one) && keptInside(one) === "outside") {
      this.#told.add(one.annotationUID!);
      annotation.state.removeAnnotation(one.annotationUID!);
    } else if (this.#mine(one)) {
      const { name = "", mm = null } = this.#target ?? {};
      one.data.bound ??= { target: name, mm, label: null, proposed: false };
      this.#told.add(one.annotationUID!);
      this.#tell(one);
    }
  };

  readonly #modified = (event: Event): void => {
    const one = annotationOf(event);
    if (this.#mine(one) && this.#told.has(one.annotationUID ?? "")) {
      keptInside(one);
      this.#tell(one);
    }
  };

  readonly #removed = (event: Event): void => {
    const one = annotationOf(event);
    if (this.#mine(one) && this.#told.delete(one.annotationUID ?? "")) {
      this.#events.removed(one.annotationUID!);
      this.#retell(one);
    }
  };

  #tell(one: Annotation): void {
    const measured = describe(one);
    if (measured !== undefined) {
      this.#events.measured(measured);
      this.#retell(one);
    }
  }

  /** A stroke changes the scale of its image, and with it all that is drawn there. */
  #retell(stroke: Annotation): void {
    if (isStroke(stroke.data.bound?.target ?? "")) {
      this.#own()
        .filter((one) => one !== stroke && one.metadata.referencedImageId === stroke.metadata.referencedImageId)
        .map(describe)
        .forEach((measured) => measured !== undefined && this.#events.measured(measured));
    }
  }
}

/** Proposed: green and dashed, so that nobody takes it for a measurement that was made. */
const PROPOSED = { color: "rgb(120, 220, 130)", colorHighlighted: "rgb(170, 240, 170)", colorSelected: "rgb(120, 220, 130)", lineDash: "6,4", textBoxColor: "rgb(120, 220, 130)", textBoxColorHighlighted: "rgb(170, 240, 170)", textBoxColorSelected: "rgb(120, 220, 130)" };

/** Drawings of another time: blue, so that they are told from one's own. */
const EARLIER = { color: "rgb(110, 190, 255)", colorLocked: "rgb(110, 190, 255)", colorHighlighted: "rgb(110, 190, 255)", textBoxColor: "rgb(150, 210, 255)", textBoxColorLocked: "rgb(150, 210, 255)" };

function annotationOf(event: Event): Annotation {
  return (event as CustomEvent<{ annotation: Annotation }>).detail.annotation;
}

function imageOf(one: Annotation): string | undefined {
  const id = one.metadata.referencedImageId;
  return id !== undefined && isKnown(id) ? id : undefined;
}

/** Draws what reaches beyond its image back to the border, and says whether there was anything of it inside. */
function keptInside(one: Annotation): "inside" | "outside" {
  const id = imageOf(one);
  const shape = SHAPES[one.metadata.toolName];
  if (id === undefined || shape === undefined) {
    return "inside";
  }
  const points = pointsOf(one, shape, id);
  const kept = points.map((point) => within(point, entryOf(id)));
  const beyond = points.map((point, at) => point[0] !== kept[at]![0] || point[1] !== kept[at]![1]);
  if (beyond.includes(true)) {
    one.data.handles.points = handles(shape, kept).map((point) => toWorld(point, entryOf(id)));
    one.invalidated = true;
  }
  return beyond.includes(false) ? "inside" : "outside";
}

function describe(one: Annotation): Measured | undefined {
  const id = imageOf(one);
  const shape = SHAPES[one.metadata.toolName];
  if (id === undefined || shape === undefined) {
    return undefined;
  }
  const points = pointsOf(one, shape, id);
  const { target = "", mm = null, proposed = false } = one.data.bound ?? {};
  const scale = isStroke(target) ? undefined : scaleOf(id);
  const results = points.length < POINTS[shape] ? [] : resultsOf(shape, points, scale, entryOf(id), modalityOf(id), valuesOf(id));
  const [first] = results;
  return first === undefined
    ? undefined
    : { id: one.annotationUID!, target, shape, at: atOf(id), points, mm, results, value: first.value, unit: first.unit, error: scale?.error ?? null, approximate: isApproximate(entryOf(id)), proposed };
}

/** Cornerstone's handles as the points of the shape: of an ellipse the corners of its rectangle. */
function pointsOf(one: Annotation, shape: Shape, id: string): readonly Point[] {
  const points = one.data.handles.points.map((world) => toImage(world, entryOf(id)));
  if (shape !== "ELLIPSE") {
    return points;
  }
  const [columns, rows] = [points.map((point) => point[0]), points.map((point) => point[1])];
  return [
    [Math.min(...columns), Math.min(...rows)],
    [Math.max(...columns), Math.max(...rows)],
  ];
}

function handles(shape: Shape, points: readonly Point[]): readonly Point[] {
  if (shape !== "ELLIPSE") {
    return points;
  }
  const [[c0, r0], [c1, r1]] = points as readonly [Point, Point];
  const [column, row] = [(c0 + c1) / 2, (r0 + r1) / 2];
  return [
    [column, r0],
    [column, r1],
    [c0, row],
    [c1, row],
  ];
}

function valuesOf(id: string): ArrayLike<number> | undefined {
  return cache.getImage(id)?.getPixelData();
}

/** What the image says, else what the strokes across implants in it say. */
export function scaleOf(id: string): Scale | undefined {
  const own = stated(entryOf(id));
  const values = valuesOf(id);
  if (own !== undefined || values === undefined) {
    return own;
  }
  const strokes = (annotation.state.getAllAnnotations() as Annotation[]).flatMap((one): Stroke[] => {
    const { target = "", mm = null, label = null } = one.data.bound ?? {};
    const [from, to] = one.data.handles.points.map((world) => toImage(world, entryOf(id)));
    const counts = label === null && mm !== null && isStroke(target) && one.metadata.referencedImageId === id;
    return counts && from !== undefined && to !== undefined ? [{ from, to, mm }] : [];
  });
  return byImplant(strokes, values, entryOf(id));
}

/** The text beside a drawing, as Cornerstone asks for it. */
export function textOf(data: Annotation["data"], targetId: string): string[] {
  const id = targetId.replace(/^imageId:/, "");
  if (data.bound?.label != null) {
    return data.bound.label.split("\n");
  }
  const one = (annotation.state.getAllAnnotations() as Annotation[]).find((other) => other.data === data);
  const measured = one === undefined || !isKnown(id) ? undefined : describe(one);
  if (measured === undefined) {
    return [];
  }
  const mm = data.bound?.mm ?? null;
  const stroke = isStroke(measured.target);
  const lines = printed(measured.results, stroke ? undefined : scaleOf(id), entryOf(id));
  return stroke && mm !== null ? [`${lines[0]} = ${mm} mm`] : lines;
}
