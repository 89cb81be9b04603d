import { init as initCore, setUseCPURendering, Settings } from "@cornerstonejs/core";
import {
  addTool,
  annotation,
  Enums as ToolEnums,
  init as initTools,
  LengthTool,
  PanTool,
  ToolGroupManager,
  WindowLevelTool,
  ZoomTool,
} from "@cornerstonejs/tools";
import { entryOf } from "./images";
import { lengthText } from "./lengths";
import type { Triple } from "./manifest";

/** Which mouse button does what, and how lengths look. */

/** Orange on a dark ground, so that a length can be read on bone and on air alike. */
const LENGTH_LOOK = {
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
  annotation.config.style.setDefaultToolStyles({ ...styles, global: { ...styles.global, ...LENGTH_LOOK } });
  [WindowLevelTool, ZoomTool, PanTool, LengthTool].forEach((tool) => addTool(tool));
}

/** Gives the mouse buttons of a viewport their tools; scrolling is the element's own. */
export function bindTools(name: string): void {
  const { Secondary, Auxiliary, Wheel } = ToolEnums.MouseBindings;
  const group = ToolGroupManager.createToolGroup(name)!;
  group.addTool(WindowLevelTool.toolName);
  group.addTool(PanTool.toolName);
  group.addTool(ZoomTool.toolName);
  group.addTool(LengthTool.toolName, { getTextLines: printLength });
  group.addViewport(name, name);
  group.setToolActive(PanTool.toolName, { bindings: [{ mouseButton: Auxiliary }] });
  group.setToolActive(ZoomTool.toolName, {
    bindings: [{ mouseButton: Secondary }, { mouseButton: Wheel, modifierKey: ToolEnums.KeyboardBindings.Ctrl }],
  });
  giveLeftButton(name, "window");
}

export function giveLeftButton(name: string, to: "window" | "length"): void {
  const group = ToolGroupManager.getToolGroup(name)!;
  const left = { bindings: [{ mouseButton: ToolEnums.MouseBindings.Primary }] };
  if (to === "length") {
    group.setToolDisabled(WindowLevelTool.toolName);
    group.setToolActive(LengthTool.toolName, left);
  } else {
    // A length is drawn only while its tool is at least passive.
    group.setToolPassive(LengthTool.toolName);
    group.setToolActive(WindowLevelTool.toolName, left);
  }
}

function printLength(data: { handles: { points: Triple[] } }, target: string): string[] {
  const [from, to] = data.handles.points;
  return from === undefined || to === undefined ? [] : [lengthText(from, to, entryOf(target.replace(/^imageId:/, "")))];
}
