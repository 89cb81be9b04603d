import { scaleOf } from "./drawings";
import type { View } from "./stage";
import { placeText, type Texts } from "./texts";

/** The status line of a picture: place, window, zoom, and how long a pixel is, if anybody knows. */
export function statusParts(texts: Texts, modality: string, view: View): readonly string[] {
  const place = placeText(texts, modality, view.index, view.count);
  return [
    ...(place === "" ? [] : [place]),
    texts("levels", { width: Math.round(view.window.width), center: Math.round(view.window.center) }),
    texts("zoom", { zoom: Math.round(view.zoom * 100) }),
    calibration(texts, view.id),
    ...(view.inverted ? [texts("inverted")] : []),
  ];
}

function calibration(texts: Texts, id: string): string {
  const scale = scaleOf(id);
  if (scale === undefined) {
    return texts("uncalibrated");
  }
  const [rows, columns] = [scale.steps.rows, scale.steps.columns].map((step) => step.toFixed(3).replace(/0$/, ""));
  return scale.source === "IMPLANT"
    ? texts("byImplant", { rows: rows ?? "", error: ((scale.error ?? 0) * 100).toFixed(1) })
    : texts("calibrated", { rows: rows ?? "", columns: columns ?? "" });
}
