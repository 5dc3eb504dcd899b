import { expect, it } from "@jest/globals";
import { inOneLine } from "../../../test/support/browser.ts";
import { strictView } from "../../../test/support/strict-view.ts";
import type { AnswerLine, BankAnswer } from "../../../libs/service/money/bank-answer.ts";
import { filledIn } from "../look/templates.ts";
import { appliedAnswerView, chooseAnswerView, lookedAnswerView, type AnswerRowsView } from "./bank-answer-page.ts";

const SENDS = { run: "r0123456789", token: "t", key: "k.1" };
const LOOK = { ...SENDS, file: "Y3N2" };
const row = (line: number, result: AnswerLine["result"]): AnswerLine => ({
  ...{ line, payment: result === "rejected" ? null : "r-1", outcome: result === "rejected" ? null : "paid", result },
  because: result === "rejected" ? { code: "invalid", detail: "That is no payment of this run." } : null,
});
const answer = (accepted: number, rejected: number, waiting: number): BankAnswer => ({
  ...{ id: "a1", run: SENDS.run, accepted, rejected, waiting, open: 7 },
  lines: [row(2, "accepted"), row(3, "rejected")],
});
const shown = (view: AnswerRowsView): string => inOneLine(filledIn("money/bank-rows.njk", strictView(view)).text);

it("a file of the bank’s is chosen, with what may stand in it and what was wrong with the one before", () => {
  const view = chooseAnswerView({ ...SENDS, faults: [{ field: "file", text: "Choose a file that is not empty." }] });
  const page = inOneLine(filledIn("money/bank-answer.njk", strictView(view)).text);
  expect(page).toMatch(
    /There is a problem.*href="#f-file">Choose a file.*action="\/money\/bank-answers\/r0123456789"/u,
  );
  expect(page).toMatch(/name="file".*<code>reference<\/code>.*Of the payment/u);
});

it("what would come of it is looked at first: what has to be put right stands first, and the very file goes on", () => {
  const page = shown(lookedAnswerView(answer(1, 1, 0), LOOK));
  expect(page).toMatch(/Nothing is recorded yet\.<\/strong> 1 of 2 rows would be taken\. 1 would be turned down/u);
  expect(page).toMatch(
    /The run has 7 open payments now.*name="id" value="a1".*name="csv" value="Y3N2".*Apply this row/u,
  );
  expect(page).toMatch(
    /scope="row"[^>]*>3<.*Would be turned down.*no payment of this run.*scope="row"[^>]*>2<.*Paid.*Would be taken/u,
  );
  expect(page).toContain("Choose another file");
  expect(shown(lookedAnswerView(answer(0, 2, 0), LOOK))).not.toContain("<form");
});

it("what came of it is said, and what still waits can be gone on with", () => {
  const done = shown(appliedAnswerView(answer(2, 0, 0), LOOK));
  expect(done).toMatch(/govuk-notification-banner--success.*2 rows were taken, 0 turned down.*7 open payments\./u);
  expect(done).not.toMatch(/<form|Choose another file|Nothing is recorded/u);
  const waits = shown(appliedAnswerView(answer(1, 0, 4), LOOK));
  expect(waits).toMatch(/role="status">1 row was taken.*; 4 rows still wait.*bank-answers\/r0123456789\/apply.*Go on/u);
});
