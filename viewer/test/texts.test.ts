import { expect, test } from "vitest";
import { attributeOf, placeText, TEXT_KEYS, textsFor } from "../src/texts";

test("both languages speak every text with the same places", () => {
  const places = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
  for (const key of TEXT_KEYS) {
    const [english, chinese] = [textsFor("en")(key), textsFor("zh-CN")(key)];
    expect(places(chinese), key).toEqual(places(english));
    expect(chinese, key).toMatch(/\p{Script=Han}|\{/u);
  }
});

test("places are filled, and an unknown language reads English", () => {
  expect(textsFor("fr")("slice", { index: 3, count: 97 })).toBe("Slice 3 / 97");
  expect(textsFor("zh")("slice", { index: 3, count: 97 })).toBe("第 3 / 97 层");
});

test("a CT has slices, radiographs are images, and a single one is not counted", () => {
  expect(placeText(textsFor("en"), "CT", 2, 97)).toBe("Slice 3 / 97");
  expect(placeText(textsFor("en"), "DX", 0, 2)).toBe("Image 1 / 2");
  expect(placeText(textsFor("zh"), "DX", 0, 2)).toBe("第 1 / 2 幅");
  expect(placeText(textsFor("en"), "DX", 0, 1)).toBe("");
});

test("a word that the page chose comes first", () => {
  expect(textsFor("en", (key) => (key === "reset" ? "Back" : null))("reset")).toBe("Back");
  expect(attributeOf("hintLength")).toBe("label-hint-length");
});
