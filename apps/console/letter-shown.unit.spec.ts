import { expect, it } from "@jest/globals";
import { inOneLine } from "../../test/support/browser.ts";
import { strictView } from "../../test/support/strict-view.ts";
import type { Block, Printed } from "../../libs/letters/letter.ts";
import { letterView } from "./letter-shown.ts";
import { filledIn } from "./look/templates.ts";

/** One of each kind there is: whoever adds a kind is asked for one here. */
const EACH: { [Kind in Block["kind"]]: Extract<Block, { kind: Kind }> } = {
  paragraph: { kind: "paragraph", text: "Words of <ours>." },
  heading: { kind: "heading", text: "What is owed" },
  notice: { kind: "notice", text: "Answer by Friday." },
  list: { kind: "list", items: ["One thing", "Another"] },
  steps: { kind: "steps", items: ["First do this"] },
  table: {
    kind: "table",
    columns: ["What", "By when"],
    rows: [
      { what: "The plan", when: "12 March 2021", todo: "Send it" },
      { what: "The review", when: "1 April 2021" },
    ],
  },
  link: { kind: "link", text: "Say that it is done", href: "https://example.org/a?b=1&c=2" },
  quote: { kind: "quote", text: "Words of a person." },
};
const letter: Printed = {
  ...{ subject: "Your plan", about: "About: Oak Primary", greeting: "Dear Ada,", footer: "Reference: 1" },
  blocks: Object.values(EACH),
};

it("a letter stands on a page as its reader has it: every kind of block, in its order", () => {
  const page = inOneLine(filledIn("letter-shown.njk", strictView(letterView(letter))).text);
  const inOrder = [
    ...["<h3 [^>]*>Your plan</h3>", "About: Oak Primary", "Dear Ada,", "<p [^>]*>Words of &lt;ours&gt;.</p>"],
    ...["<h4 [^>]*>What is owed</h4>", "<strong>Answer by Friday.</strong>", "<ul [^>]*> <li>One thing</li>"],
    ...["<li>Another</li>", "<ol [^>]*> <li>First do this</li>", "By when", "The plan<[^>]*>Send it<", "12 March 2021"],
    ...["The review<", "1 April 2021", 'href="https://example.org/a\\?b=1&amp;c=2">Say that it is done</a>'],
    ...["<blockquote [^>]*>Words of a person.</blockquote>", "Reference: 1"],
  ];
  expect(page).toMatch(new RegExp(inOrder.join(".*"), "u"));
});
