import { describe, expect, it } from "@jest/globals";
import { renderHtml, renderMarkdown, renderText } from "./render.ts";
import { asRead, envelope } from "./sample.ts";
import { written, type Written } from "./written.ts";

const plain: Written = { subject: "Your plans", text: "Bring them.", also: [], news: false };

describe("a letter that the hub has written", () => {
  it("has the hub's words first, each line as a paragraph and its hyphens as a list", () => {
    const { blocks } = written(envelope(), { ...plain, text: "One.\r\n\r\nTwo:\n- a\n• b\nThree." });
    expect(blocks.slice(0, 4)).toEqual([
      { kind: "paragraph", text: "One." },
      { kind: "paragraph", text: "Two:" },
      { kind: "list", items: ["a", "b"] },
      { kind: "paragraph", text: "Three." },
    ]);
  });

  it("says for which schools its reader has it", () => {
    const one = asRead(written(envelope(), plain));
    expect(one).toContain("For you it is about Example Primary School (URN 100001).");
    const also = [
      { urn: "100002", name: "Another Primary School" },
      { urn: "100003", name: null },
    ];
    const three = asRead(written(envelope(), { ...plain, also }));
    expect(three).toContain(
      "Example Primary School (URN 100001), Another Primary School (URN 100002) and the school with URN 100003.",
    );
  });

  it("says why it comes to somebody who wants no reminders", () => {
    expect(asRead(written(envelope(), { ...plain, news: true }))).toContain("It is news of a session");
    expect(asRead(written(envelope(), plain))).not.toContain("news of a session");
  });

  it("holds words, never markup", () => {
    const letter = written(envelope(), { ...plain, text: "# No heading\n[no link](https://x.example) <b>no bold</b>" });
    expect(renderHtml(letter)).toContain("&lt;b&gt;no bold&lt;/b&gt;");
    expect(renderMarkdown(letter)).not.toMatch(/^# No heading|\[no link\]/mu);
    expect(renderText(letter)).toContain("<b>no bold</b>");
  });
});
