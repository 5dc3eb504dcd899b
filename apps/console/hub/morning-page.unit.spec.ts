import { expect, it } from "@jest/globals";
import { inOneLine } from "../../../test/support/browser.ts";
import { strictView } from "../../../test/support/strict-view.ts";
import type { MorningAhead } from "../../../libs/service/hubs/mornings.ts";
import { filledIn } from "../look/templates.ts";
import { morningView } from "./morning-page.ts";

const letter = {
  subject: "What is new",
  greeting: "Good morning,",
  blocks: [
    { kind: "heading", text: "New tasks" },
    { kind: "link", href: "https://example.org/tasks", text: "To <the> tasks" },
    { kind: "paragraph", text: "Two schools applied." },
  ],
  footer: "You have this as staff.",
};
/** What the page reads of a morning. */
const ahead = (letters: readonly object[]): MorningAhead => ({ on: "2026-11-30", letters }) as unknown as MorningAhead;
const shown = (morning: MorningAhead): string =>
  inOneLine(filledIn("hub/morning.njk", strictView(morningView(morning))).text);

it("each letter of the morning stands as it would be read, under whom it is for", () => {
  const to = { name: "Jo Example", roles: ["hub-lead", "work-group-lead"] };
  const page = shown(
    ahead([
      { to, letter },
      { to: { name: null, roles: ["hub-coordinator"] }, letter },
    ]),
  );
  expect(page).toMatch(/This is the one of Monday 30 November 2026.*To Jo Example \(Hub lead, Work Group lead\)/u);
  expect(page).toMatch(/Good morning,.*<h3 [^>]*>New tasks<\/h3>.*Two schools applied\..*You have this as staff\./u);
  expect(page).toContain('href="https://example.org/tasks">To &lt;the&gt; tasks</a>');
  expect(page).toContain("To the hub’s inbox (Hub coordinator)");
});

it("a morning without news says that no letter goes out", () => {
  expect(shown(ahead([]))).toContain("There is nothing to tell: no letter goes out.");
});
