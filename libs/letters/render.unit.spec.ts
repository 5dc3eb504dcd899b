import { describe, expect, test } from "@jest/globals";
import type { Printed } from "./letter.ts";
import { renderHtml, renderMarkdown, renderText } from "./render.ts";

const EVIL = "<script>alert(\"1\")</script><img src=x onerror='y'>&";
const letter: Printed = {
  subject: EVIL,
  greeting: EVIL,
  about: EVIL,
  footer: EVIL,
  blocks: [
    { kind: "paragraph", text: EVIL },
    { kind: "heading", text: EVIL },
    { kind: "notice", text: EVIL },
    { kind: "quote", text: EVIL },
    { kind: "list", items: [EVIL] },
    { kind: "steps", items: [EVIL] },
    { kind: "table", columns: [EVIL, EVIL], rows: [{ what: EVIL, when: EVIL, todo: EVIL }] },
  ],
};

describe("a letter as HTML", () => {
  test("holds no markup that came from words, wherever they stand", () => {
    const html = renderHtml(letter);
    expect(html).not.toMatch(/<script|<img|onerror='/);
    expect(html.split("&lt;script&gt;alert(&quot;1&quot;)")).toHaveLength(5 + 4 + 2 + 5 + 1);
  });

  test("is a page in British English that fetches nothing", () => {
    const html = renderHtml(letter);
    expect(html).toMatch(/^<!doctype html>\n<html lang="en-GB">/);
    expect(html).not.toMatch(/src=(?!x)|href=|url\(|@import/);
    expect(html).toContain('<th scope="col"');
  });
});

describe("a letter as text", () => {
  const plain: Printed = {
    subject: "S",
    greeting: "Dear Ada,",
    about: "A school",
    footer: "Reference: 1",
    blocks: [
      { kind: "heading", text: "What to do" },
      { kind: "steps", items: ["Read", "Reply"] },
      {
        kind: "table",
        columns: ["What", "Due by"],
        rows: [{ what: "Action plan", when: "Monday", todo: "Agree it." }],
      },
      { kind: "quote", text: "One\r\nTwo\u0007" },
    ],
  };
  test("reads from top to bottom without markup", () => {
    expect(renderText(plain)).toBe(
      [
        "Dear Ada,",
        "",
        "About: A school",
        "",
        "WHAT TO DO",
        "",
        "1. Read",
        "2. Reply",
        "",
        "- Action plan",
        "  Due by: Monday",
        "  Agree it.",
        "",
        "> One",
        "> Two",
        "",
        "-- ",
        "Reference: 1",
        "",
      ].join("\n"),
    );
  });

  test("a name cannot break a line", () => {
    expect(renderText({ ...plain, greeting: "Dear Ada\r\nBcc: x@example.org," })).toContain(
      "Dear Ada Bcc: x@example.org,\n",
    );
  });
});

describe("a letter for GOV.UK Notify", () => {
  const page = "https://journeys.example.org/journeys/100001-primary";
  const marked = (blocks: Printed["blocks"], greeting = "Dear Ada,"): string =>
    renderMarkdown({ subject: "S", greeting, about: "A school", footer: "Reference: 1", blocks });

  test("has the few signs that Notify knows, and each once", () => {
    expect(
      marked([
        { kind: "notice", text: "You owe nothing." },
        { kind: "heading", text: "What comes next" },
        {
          kind: "table",
          columns: ["What", "Due by"],
          rows: [{ what: "Action plan", when: "Monday", todo: "Agree it." }],
        },
        { kind: "steps", items: ["Read", "Reply"] },
        { kind: "link", text: "See it yourself", href: page },
      ]),
    ).toBe(
      [
        "Dear Ada,",
        "About: A school",
        "^ You owe nothing.",
        "# What comes next",
        "* Action plan: due by Monday. Agree it.",
        "1. Read\n2. Reply",
        `[See it yourself](${page})`,
        "---",
        "Reference: 1",
      ].join("\n\n"),
    );
  });

  test("words of others make no link, no heading and no list", () => {
    expect(
      marked([
        { kind: "paragraph", text: "# [click](https://evil.example)" },
        { kind: "quote", text: "* one\n^ two" },
      ]),
    ).toContain("(click)(https://evil.example)\n\n^ one\n^ two");
  });
});
