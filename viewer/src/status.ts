import { scaleOf } from "./drawings";
import { entryOf } from "./images";
import { isApproximate } from "./measured";
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
  const entry = entryOf(id);
  if (scale === undefined) {
    const height = (entry.aspect ?? 1).toFixed(3).replace(/[.]?0+$/, "");
    return isApproximate(entry) ? texts("uncalibrated") : height === "1" ? texts("uncalibratedSquare") : texts("uncalibratedShape", { height });
  }
  const [rows, columns] = [scale.steps.rows, scale.steps.columns].map((step) => step.toFixed(3).replace(/0$/, ""));
  return scale.source === "IMPLANT"
    ? texts(isApproximate(entry) ? "byImplant" : "byImplantShape", { rows: rows ?? "", columns: columns ?? "", error: ((scale.error ?? 0) * 100).toFixed(1) })
    : texts("calibrated", { rows: rows ?? "", columns: columns ?? "" });
}
