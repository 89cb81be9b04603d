import { AngleTool, CobbAngleTool, EllipticalROITool, LengthTool } from "@cornerstonejs/tools";
import type { Shape } from "./geometry";

/** Which of Cornerstone's tools draws which shape. */
export const TOOLS = { LENGTH: LengthTool, ANGLE: AngleTool, LINES: CobbAngleTool, ELLIPSE: EllipticalROITool } as const;

export function toolOf(shape: Shape): string {
  return TOOLS[shape].toolName;
}

export const SHAPES: Readonly<Record<string, Shape>> = Object.fromEntries(
  (Object.keys(TOOLS) as Shape[]).map((shape) => [TOOLS[shape].toolName, shape]),
);
