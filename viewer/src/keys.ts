import type { Shape } from "./geometry";

/** What a key asks for, or null when the key is not the viewer's. */
export type KeyWish =
  | { readonly kind: "scroll"; readonly by: number }
  | { readonly kind: "end"; readonly last: boolean }
  | { readonly kind: "preset"; readonly number: number }
  | { readonly kind: "draw"; readonly what: Shape | "window" }
  | { readonly kind: "layout"; readonly layout: Layout }
  | { readonly kind: "invert" | "clear" | "undo" | "reset" | "link" | "crop" };

/** One picture, two side by side, or three planes through a volume. */
export type Layout = "one" | "two" | "planes";

const PAGE = 10;

export function keyWish(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">): KeyWish | null {
  if (event.ctrlKey || event.metaKey || event.altKey) {
    return null;
  }
  switch (event.key) {
    case "ArrowDown":
      return { kind: "scroll", by: 1 };
    case "ArrowUp":
      return { kind: "scroll", by: -1 };
    case "PageDown":
      return { kind: "scroll", by: PAGE };
    case "PageUp":
      return { kind: "scroll", by: -PAGE };
    case "Home":
    case "End":
      return { kind: "end", last: event.key === "End" };
    case "1":
    case "2":
    case "3":
    case "4":
      return { kind: "preset", number: Number(event.key) };
    case "i":
    case "I":
      return { kind: "invert" };
    case "l":
    case "L":
      return { kind: "draw", what: "LENGTH" };
    case "a":
    case "A":
      return { kind: "draw", what: "ANGLE" };
    case "c":
    case "C":
      return { kind: "draw", what: "LINES" };
    case "e":
    case "E":
      return { kind: "draw", what: "ELLIPSE" };
    case "w":
    case "W":
    case "Escape":
      return { kind: "draw", what: "window" };
    case "b":
    case "B":
      return { kind: "layout", layout: "two" };
    case "m":
    case "M":
      return { kind: "layout", layout: "planes" };
    case "o":
    case "O":
      return { kind: "layout", layout: "one" };
    case "k":
    case "K":
      return { kind: "link" };
    case "n":
    case "N":
      return { kind: "crop" };
    case "Backspace":
      return { kind: "undo" };
    case "Delete":
      return { kind: "clear" };
    case "r":
    case "R":
      return { kind: "reset" };
    default:
      return null;
  }
}

/** Mouse wheels send about 100 units a notch, touch pads many small ones: both come out as whole slices. */
const UNITS_PER_SLICE = 50;

/** Slices to scroll for the wheel movement gathered so far, and what is left over for the next event. */
export function wheelSlices(gathered: number, delta: number): { readonly slices: number; readonly left: number } {
  const turned = Math.sign(gathered) === Math.sign(delta) ? gathered + delta : delta;
  if (Math.abs(delta) >= UNITS_PER_SLICE) {
    return { slices: Math.sign(delta), left: 0 };
  }
  const slices = Math.trunc(turned / UNITS_PER_SLICE);
  return { slices, left: turned - slices * UNITS_PER_SLICE };
}
