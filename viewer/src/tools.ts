import { init as initCore, setUseCPURendering, Settings } from "@cornerstonejs/core";
import {
  addTool,
  annotation,
  Enums as ToolEnums,
  init as initTools,
  PanTool,
  ToolGroupManager,
  WindowLevelTool,
  ZoomTool,
} from "@cornerstonejs/tools";
import { textOf } from "./drawings";
import type { Shape } from "./geometry";
import { toolOf, TOOLS } from "./shapes";

/** Which mouse button does what, and how drawings look. */

/** Orange on a dark ground, so that a drawing can be read on bone and on air alike. */
const DRAWING_LOOK = {
  color: "rgb(255, 150, 40)",
  colorHighlighted: "rgb(255, 195, 120)",
  colorSelected: "rgb(255, 150, 40)",
  lineWidth: "2",
  textBoxFontFamily: "system-ui, sans-serif",
  textBoxFontSize: "13px",
  textBoxColor: "rgb(255, 150, 40)",
  textBoxColorHighlighted: "rgb(255, 195, 120)",
  textBoxColorSelected: "rgb(255, 150, 40)",
  textBoxBackground: "rgba(10, 12, 14, 0.75)",
};

const SHAPE_NAMES = Object.keys(TOOLS) as readonly Shape[];

let started = false;

/** Starts Cornerstone once for the page. */
export function start(cpu: boolean): void {
  if (started) {
    return;
  }
  started = true;
  initCore({ rendering: { webGlContextCount: 1 } } as Parameters<typeof initCore>[0]);
  if (cpu) {
    setUseCPURendering(true);
  }
  // Tool cursors are drawn as blob: images, which the page's content security policy does not allow.
  Settings.getRuntimeSettings().set("useCursors", false);
  initTools();
  const styles = annotation.config.style.getDefaultToolStyles();
  annotation.config.style.setDefaultToolStyles({ ...styles, global: { ...styles.global, ...DRAWING_LOOK } });
  [WindowLevelTool, ZoomTool, PanTool, ...Object.values(TOOLS)].forEach((tool) => addTool(tool));
}

/** Gives the mouse buttons of a viewport their tools; scrolling is the element's own. */
export function bindTools(name: string): void {
  const { Secondary, Auxiliary, Wheel } = ToolEnums.MouseBindings;
  const group = ToolGroupManager.createToolGroup(name)!;
  group.addTool(WindowLevelTool.toolName);
  group.addTool(PanTool.toolName);
  group.addTool(ZoomTool.toolName);
  for (const shape of SHAPE_NAMES) {
    // Stages compute for themselves what a drawing measures: the server has to come to the same.
    group.addTool(toolOf(shape), { getTextLines: textOf, showArcLines: false, calculateStats: false });
  }
  group.addViewport(name, name);
  group.setToolActive(PanTool.toolName, { bindings: [{ mouseButton: Auxiliary }] });
  group.setToolActive(ZoomTool.toolName, {
    bindings: [{ mouseButton: Secondary }, { mouseButton: Wheel, modifierKey: ToolEnums.KeyboardBindings.Ctrl }],
  });
  giveLeftButton(name, "window");
}

export type LeftButton = "window" | Shape;

export function giveLeftButton(name: string, to: LeftButton): void {
  const group = ToolGroupManager.getToolGroup(name)!;
  const left = { bindings: [{ mouseButton: ToolEnums.MouseBindings.Primary }] };
  // Drawings are shown only while their tool is at least passive.
  SHAPE_NAMES.filter((shape) => shape !== to).forEach((shape) => group.setToolPassive(toolOf(shape), { removeAllBindings: true }));
  if (to === "window") {
    group.setToolActive(WindowLevelTool.toolName, left);
  } else {
    group.setToolDisabled(WindowLevelTool.toolName);
    group.setToolActive(toolOf(to), left);
  }
}
