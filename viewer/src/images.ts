import { cache, Enums, imageLoader, imageLoadPoolManager, metaData, utilities, type Types } from "@cornerstonejs/core";
import { stepsOf } from "./geometry";
import type { ImageEntry, SeriesEntry } from "./manifest";
import { inScrollOrder } from "./order";
import { FrameSizeDiffers, modalityValues } from "./pixels";
import type { Texts } from "./texts";
import { ownWindow } from "./windowing";

/**
 * The bridge between the server's frames and Cornerstone: every image gets an id, a loader that fetches its
 * raw pixels, and metadata taken from the list alone. Nothing else tells Cornerstone about spacing.
 */

const SCHEME = "trabecula";

/** What the bridge knows about one image id. */
interface Known {
  readonly entry: ImageEntry;
  readonly modality: string;
  readonly owner: string;
  readonly at: At;
  /** Images of one series share it; two viewers on one page never do, so that their lengths stay apart. */
  readonly frameOfReference: string;
}

/** Series, image and frame by the list's own numbers. */
type At = readonly [number, number, number];

const known = new Map<string, Known>();
const underway = new Map<string, Promise<void>>();
let registered = false;

/** A frame did not arrive. */
export class FrameRefused extends Error {
  override readonly name = "FrameRefused";
  constructor(readonly status: number | null) {
    super(status === null ? "the server did not answer" : `the server answered ${status}`);
  }
}

/** Makes a series known and gives its image ids in scroll order. */
export function admit(series: SeriesEntry, number: number, owner: string): readonly string[] {
  register();
  const frameOfReference = `${owner}/${number}`;
  const places = new Map(series.images.map((entry, index) => [entry, index]));
  return inScrollOrder(series.images).map((entry, index) => {
    const id = `${SCHEME}:${frameOfReference}/${index}`;
    const at = entry.at ?? [number, places.get(entry)!, 0];
    known.set(id, { entry, modality: series.modality, owner, at, frameOfReference });
    return id;
  });
}

/** Forgets images and frees their pixels. */
export function dismiss(ids: readonly string[]): void {
  for (const id of ids) {
    known.delete(id);
    if (cache.getImageLoadObject(id) !== undefined) {
      cache.removeImageLoadObject(id, { force: true });
    }
  }
}

/**
 * Fetches an image into Cornerstone's cache. This is done before Cornerstone is told to show it, because a failure
 * inside Cornerstone leaves the stack between two images and an error that nobody can catch.
 */
export function bring(id: string): Promise<void> {
  if (cache.isLoaded(id)) {
    return Promise.resolve();
  }
  const already = underway.get(id);
  if (already !== undefined) {
    return already;
  }
  const coming = load(id)
    .then((image) => {
      if (known.has(id)) {
        cache.putImageSync(id, image);
      }
    })
    .finally(() => underway.delete(id));
  underway.set(id, coming);
  return coming;
}

/** Fetches the neighbours of an image in the background, the nearest first; an older wish is dropped. */
export function fetchAhead(ids: readonly string[], index: number, reach: number): void {
  const { Prefetch } = Enums.RequestType;
  imageLoadPoolManager.clearRequestStack(Prefetch);
  for (let step = 1; step <= reach; step++) {
    for (const id of [ids[index + step], ids[index - step]]) {
      if (id !== undefined && !cache.isLoaded(id)) {
        // A neighbour that fails is asked for again, and told of, when it is scrolled to.
        const fetchOne = (): Promise<void> => (known.has(id) ? bring(id).catch(() => undefined) : Promise.resolve());
        imageLoadPoolManager.addRequest(fetchOne, Prefetch, { imageId: id }, step);
      }
    }
  }
}

export function entryOf(id: string): ImageEntry {
  return knownOf(id).entry;
}

export function atOf(id: string): At {
  return knownOf(id).at;
}

export function modalityOf(id: string): string {
  return knownOf(id).modality;
}

export function isKnown(id: string): boolean {
  return known.has(id);
}

/** The image of a viewer that the list numbers so, if there is one. */
export function idAt(owner: string, at: At): string | undefined {
  for (const [id, one] of known) {
    if (one.owner === owner && one.at.every((number, place) => number === at[place])) {
      return id;
    }
  }
  return undefined;
}

function knownOf(id: string): Known {
  const found = known.get(id);
  if (found === undefined) {
    throw new Error(`unknown image id ${id}`);
  }
  return found;
}

/** The sentence for a frame that could not be had. */
export function reasonOf(error: unknown, texts: Texts): string {
  if (error instanceof FrameSizeDiffers) {
    return texts("frameSize", { expected: error.expected, received: error.received });
  }
  if (error instanceof FrameRefused) {
    return error.status === null ? texts("noAnswer") : texts("answered", { status: error.status });
  }
  return error instanceof Error ? error.message : String(error);
}

function register(): void {
  if (!registered) {
    registered = true;
    imageLoadPoolManager.maxNumRequests.prefetch = 3;
    imageLoader.registerImageLoader(SCHEME, (id: string) => ({ promise: load(id) }));
    metaData.addProvider((type: string, id: unknown) => (typeof id === "string" ? answer(type, id) : undefined), 10_000);
  }
}

async function load(id: string): Promise<Types.IImage> {
  const entry = entryOf(id);
  const { data, least, greatest } = modalityValues(await frame(entry.url), entry);
  const { center, width } = ownWindow(entry, least, greatest);
  const { rows: rowSpacing, columns: columnSpacing } = stepsOf(entry);
  const voxelManager = utilities.VoxelManager.createImageVoxelManager({
    width: entry.columns,
    height: entry.rows,
    numberOfComponents: 1,
    scalarData: data,
  }) as Types.IVoxelManager<number>;
  return {
    imageId: id,
    voxelManager,
    getPixelData: () => voxelManager.getScalarData(),
    getCanvas: () => document.createElement("canvas"),
    dataType: data.constructor.name as Types.PixelDataTypedArrayString,
    sizeInBytes: data.byteLength,
    minPixelValue: least,
    maxPixelValue: greatest,
    // The pixels are modality values already, so nothing is left to rescale.
    slope: 1,
    intercept: 0,
    preScale: { enabled: true, scaled: true, scalingParameters: { rescaleSlope: entry.slope, rescaleIntercept: entry.intercept } },
    windowCenter: center,
    windowWidth: width,
    voiLUTFunction: Enums.VOILUTFunctionType.LINEAR,
    rows: entry.rows,
    columns: entry.columns,
    height: entry.rows,
    width: entry.columns,
    rowPixelSpacing: rowSpacing,
    columnPixelSpacing: columnSpacing,
    color: false,
    rgba: false,
    numberOfComponents: 1,
    // MONOCHROME1 is turned round by the stage; Cornerstone keeps the inversion of one image for the next.
    invert: false,
    photometricInterpretation: "MONOCHROME2",
  };
}

async function frame(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url, { headers: { Accept: "application/octet-stream" } }).catch(() => {
    throw new FrameRefused(null);
  });
  if (!response.ok) {
    throw new FrameRefused(response.status);
  }
  return response.arrayBuffer();
}

function answer(type: string, id: string): unknown {
  const image = known.get(id);
  if (image === undefined) {
    return undefined;
  }
  switch (type) {
    case Enums.MetadataModules.IMAGE_PLANE:
      return plane(image);
    case Enums.MetadataModules.IMAGE_PIXEL:
      return pixel(image.entry);
    case Enums.MetadataModules.GENERAL_SERIES:
      return { modality: image.modality };
    default:
      return undefined;
  }
}

/** An image without a place lies in the plane z = 0; one without spacing has steps of a pixel, marked as not real. */
function plane({ entry, frameOfReference }: Known): unknown {
  const orientation = entry.orientation ?? [1, 0, 0, 0, 1, 0];
  const { rows: rowPixelSpacing, columns: columnPixelSpacing } = stepsOf(entry);
  return {
    frameOfReferenceUID: frameOfReference,
    rows: entry.rows,
    columns: entry.columns,
    imageOrientationPatient: orientation,
    rowCosines: orientation.slice(0, 3),
    columnCosines: orientation.slice(3, 6),
    imagePositionPatient: entry.position ?? [0, 0, 0],
    pixelSpacing: [rowPixelSpacing, columnPixelSpacing],
    rowPixelSpacing,
    columnPixelSpacing,
    usingDefaultValues: entry.spacing === null,
  };
}

function pixel(entry: ImageEntry): unknown {
  return {
    samplesPerPixel: 1,
    photometricInterpretation: "MONOCHROME2",
    rows: entry.rows,
    columns: entry.columns,
    bitsAllocated: entry.bitsAllocated,
    bitsStored: entry.bitsStored,
    highBit: entry.bitsStored - 1,
    pixelRepresentation: entry.signed ? 1 : 0,
  };
}
