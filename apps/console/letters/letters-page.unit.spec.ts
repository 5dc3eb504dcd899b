import { expect, it } from "@jest/globals";
import { inOneLine } from "../../../test/support/browser.ts";
import { strictView } from "../../../test/support/strict-view.ts";
import type { LetterInFull } from "../../../libs/service/journeys/letters.ts";
import { filledIn } from "../look/templates.ts";
import { letterView } from "./letters-page.ts";

const about = { journey: "100001-primary", school: "Oak Primary" };
const seen = (letter: LetterInFull["letter"]): LetterInFull => ({
  ...{ id: "12", at: "2020-12-01T08:30:00Z", kind: "reminder", role: "headteacher", event: 7, outcome: "bounced" },
  ...{ subject: "Your <plan>", letter },
});
const shown = (one: LetterInFull): string =>
  inOneLine(filledIn("letters/letter.njk", strictView(letterView(one, about))).text);

it("a letter that went out stands apart from its page, and as text with its invitations", () => {
  const text = "Dear Ada,\n<b>your plan</b>";
  const page = shown(
    seen({ to: "ada@example.org", subject: "Your <plan>", text, html: "<p></p>", calendars: ["BEGIN"] }),
  );
  expect(page).toMatch(/Went out <\/dt>.*1 December 2020, 08:30.*Headteacher, ada@example\.org.*Came back/u);
  expect(page).toContain('sandbox src="/journeys/100001-primary/letters/12/as-sent"');
  expect(page).toMatch(/The same letter as text.*<pre [^>]*>Dear Ada, &lt;b&gt;your plan&lt;\/b&gt;<\/pre>/u);
  expect(page).toMatch(/The invitation that came with it.*<pre [^>]*>BEGIN<\/pre>.*All letters of Oak Primary/u);
});

it("one that can be read no more says so, and to whom by their part alone", () => {
  const page = shown(seen(null));
  expect(page).toMatch(/<dd [^>]*> Headteacher <\/dd>.*It can be read no more/u);
  expect(page).not.toMatch(/<iframe|as text/u);
});
