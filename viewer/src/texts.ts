/** Every sentence and label of the viewer, in the languages it speaks. */

const english = {
  viewer: "Medical images",
  viewport: "Image; arrow keys scroll, 1 to 4 choose the window, l, a, c, e measure, r resets",
  series: "Series",
  window: "Window",
  bone: "Bone",
  soft: "Soft tissue",
  metal: "Metal",
  stored: "As stored",
  invert: "Invert",
  length: "Length",
  angle: "Angle",
  lines: "Two lines",
  ellipse: "Ellipse",
  one: "One",
  two: "Side by side",
  planes: "Three planes",
  link: "Scroll together",
  layout: "Layout",
  draw: "Measure",
  clear: "Clear",
  reset: "Reset",
  slider: "Slice",
  sliderOther: "Image",
  loading: "Loading images …",
  slice: "Slice {index} / {count}",
  image: "Image {index} / {count}",
  levels: "W {width}  L {center}",
  zoom: "Zoom {zoom} %",
  calibrated: "{rows} × {columns} mm per pixel",
  uncalibrated: "uncalibrated (lengths in px; angles ≈, as if pixels were square)",
  uncalibratedSquare: "uncalibrated (lengths in px)",
  uncalibratedShape: "uncalibrated (lengths in widths of a pixel, which is {height} times as high)",
  inverted: "inverted",
  hint: "Left drag: window · wheel: scroll · right drag: zoom · middle drag: pan",
  hintLength: "Left drag: a length",
  hintAngle: "Left drag to the corner, then click the other end",
  hintLines: "Left drag each of the two lines, such as two endplates",
  hintEllipse: "Left drag from the middle of the ellipse",
  hintPick: "Click once in the middle of the vertebral body · Escape: not now",
  target: "for {label}",
  nextCrop: "Next view",
  earlier: "Earlier: {label}",
  byImplant: "by an implant: {rows} mm per pixel ± {error} % (angles ≈, as if pixels were square)",
  byImplantShape: "by an implant: {rows} × {columns} mm per pixel ± {error} %",
  noPlanes: "Three planes need WebGL, which this browser does not offer. The slices are shown one by one.",
  noVolume: "Three planes need a CT whose slices are parallel and evenly spaced. The slices are shown one by one.",
  gathering: "Loading slices: {done} / {all}",
  planesHint: "Left drag: move the crosshair · wheel: scroll",
  empty: "There are no images here.",
  noSource: "The viewer was not told which images to show (attribute src).",
  unreachable: "The images could not be loaded: the server did not answer.",
  refused: "The images could not be loaded: the server answered {status}.",
  notUnderstood: "The list of images is not valid: {reason}.",
  imageFailed: "Image {index} could not be loaded: {reason}.",
  frameSize: "expected {expected} bytes, received {received}",
  answered: "the server answered {status}",
  noAnswer: "the server did not answer",
  notShown: "The images could not be shown: {reason}.",
};

export type TextKey = keyof typeof english;

const chinese: Readonly<Record<TextKey, string>> = {
  viewer: "医学影像",
  viewport: "影像；方向键翻页，1 至 4 选择窗宽窗位，l、a、c、e 测量，r 复位",
  series: "序列",
  window: "窗口",
  bone: "骨窗",
  soft: "软组织",
  metal: "金属",
  stored: "原始窗",
  invert: "反相",
  length: "测距",
  angle: "角度",
  lines: "双线夹角",
  ellipse: "椭圆",
  one: "单幅",
  two: "并排",
  planes: "三平面",
  link: "同步翻页",
  layout: "布局",
  draw: "测量",
  clear: "清除",
  reset: "复位",
  slider: "层面",
  sliderOther: "影像",
  loading: "正在加载影像…",
  slice: "第 {index} / {count} 层",
  image: "第 {index} / {count} 幅",
  levels: "窗宽 {width}  窗位 {center}",
  zoom: "缩放 {zoom} %",
  calibrated: "每像素 {rows} × {columns} mm",
  uncalibrated: "未校准（长度单位为像素 px；角度前标 ≈，按方形像素计算）",
  uncalibratedSquare: "未校准（长度单位为像素 px）",
  uncalibratedShape: "未校准（长度以像素宽度为单位；像素高为宽的 {height} 倍）",
  inverted: "已反相",
  hint: "左键拖动：调窗 · 滚轮：翻页 · 右键拖动：缩放 · 中键拖动：平移",
  hintLength: "左键拖动：测量长度",
  hintAngle: "左键拖动到顶点，再点击另一端",
  hintLines: "左键依次拖出两条线，例如两个终板",
  hintEllipse: "左键从椭圆中心向外拖动",
  hintPick: "在椎体中央单击一次 · Escape：取消",
  target: "用于 {label}",
  nextCrop: "下一视图",
  earlier: "既往：{label}",
  byImplant: "按植入物校准：每像素 {rows} mm ± {error} %（角度前标 ≈，按方形像素计算）",
  byImplantShape: "按植入物校准：每像素 {rows} × {columns} mm ± {error} %",
  noPlanes: "三平面显示需要 WebGL，此浏览器不支持。现逐层显示。",
  noVolume: "三平面显示要求 CT 层面相互平行且间距均匀。现逐层显示。",
  gathering: "正在加载层面：{done} / {all}",
  planesHint: "左键拖动：移动十字线 · 滚轮：翻页",
  empty: "此处没有影像。",
  noSource: "未指定要显示的影像（属性 src）。",
  unreachable: "无法加载影像：服务器没有响应。",
  refused: "无法加载影像：服务器返回 {status}。",
  notUnderstood: "影像列表无效：{reason}。",
  imageFailed: "无法加载第 {index} 幅影像：{reason}。",
  frameSize: "应为 {expected} 字节，实际收到 {received} 字节",
  answered: "服务器返回 {status}",
  noAnswer: "服务器没有响应",
  notShown: "无法显示影像：{reason}。",
};

/** Gives the text of a key with its {places} filled. */
export type Texts = (key: TextKey, places?: Readonly<Record<string, string | number>>) => string;

/**
 * Texts in the language of a tag such as "en", "zh" or "zh-CN" (English when the language is not known).
 * A word that the page chose itself, by key, comes before the dictionary.
 */
export function textsFor(language: string, chosen: (key: TextKey) => string | null = () => null): Texts {
  const dictionary = /^zh\b/i.test(language) ? chinese : english;
  return (key, places = {}) =>
    (chosen(key) ?? dictionary[key]).replace(/\{(\w+)\}/g, (whole, name: string) => String(places[name] ?? whole));
}

/** Where one is in a series: only a CT has slices, and of a single image nothing is to be said. */
export function placeText(texts: Texts, modality: string, index: number, count: number): string {
  return count < 2 ? "" : texts(modality === "CT" ? "slice" : "image", { index: index + 1, count });
}

/** Every key there is, for the attributes label-… and for the tests. */
export const TEXT_KEYS = Object.keys(english) as readonly TextKey[];

/** The attribute that overrides a text: hintLength is label-hint-length. */
export function attributeOf(key: TextKey): string {
  return `label-${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
