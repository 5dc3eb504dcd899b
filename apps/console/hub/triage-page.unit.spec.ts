import { describe, expect, it } from "@jest/globals";
import { inOneLine } from "../../../test/support/browser.ts";
import { strictView } from "../../../test/support/strict-view.ts";
import { codesIn, visibleText } from "../../../test/support/visible-codes.ts";
import type { Triaged } from "../../../libs/service/intake/triage.ts";
import { groupNameOf } from "../../../libs/words/group-name.ts";
import { filledIn } from "../look/templates.ts";
import { applicationView, type TriageWords } from "./triage-page.ts";

const triaged = (change: object = {}): Triaged =>
  ({
    ...{ journey: "100001-primary", urn: "100001", school: "Hill School", prospectus: "2020-21/primary-readiness" },
    ...{ status: "applied", receivedAt: "2020-06-01T09:00:00Z", daysWaiting: 12, reasonsId: null, asked: null },
    ...{ turn: null, offer: null, partners: [], room: [], actions: [], eligibility: { criteria: [], since: [] } },
    ...change,
  }) as unknown as Triaged; // what it reads
const words: TriageWords = {
  texts: new Map([
    ["reasons", "We want <b>to change</b>."],
    ["asked", "Who leads maths?"],
    ["together", "One trust"],
  ]),
  criterion: (_prospectus, code) => `In words: ${code}`,
  called: groupNameOf,
};
const viewOf = (change: object = {}) => applicationView(triaged(change), words);
const said = (change: object): string[] =>
  viewOf(change).lines.map(({ term, says }) => `${term}: ${says.map((one) => one.words + one.more).join(" / ")}`);
const shown = (view: object): string => inOneLine(filledIn("hub/application.njk", strictView(view)).text);

describe("an application that waits", () => {
  it("says how it stands, for what, and for how long it has waited", () => {
    expect(viewOf()).toMatchObject({ status: "Applied", programme: "Readiness 2020/21", ago: "12 days ago" });
    expect([viewOf({ daysWaiting: 0 }).ago, viewOf({ daysWaiting: 1 }).ago]).toEqual(["today", "1 day ago"]);
    const page = shown(viewOf());
    expect(visibleText(page)).toContain("Applied Readiness 2020/21 · URN 100001 · received 1 June 2020, 12 days ago");
    expect(codesIn(page)).toEqual([]);
  });

  it("shows what the school wrote as text, and only what there is to weigh", () => {
    expect(said({})).toEqual(["Room: No Work Group of this programme has a free place"]);
    expect(said({ reasonsId: "reasons" })[0]).toBe("Why the school applies: We want <b>to change</b>.");
    expect(shown(viewOf({ reasonsId: "reasons" }))).toContain("We want &lt;b&gt;to change&lt;/b&gt;.");
    // Erased, or sealed for who reads.
    expect(said({ reasonsId: "gone" })).toEqual(said({}));
  });

  it("says each criterion in words, what was asked, what is offered, and with whom it wishes to be", () => {
    const partners = [
      { urn: "100002", school: null, status: "applied", relationshipId: "together" },
      { urn: "100003", school: "Dale School", status: null, relationshipId: null },
    ];
    const eligibility = { criteria: ["a", "b"], since: [] };
    const asked = { at: "2020-06-02T09:00:00Z", reasonId: "asked" };
    const offer = { workGroup: null, respondBy: "2020-07-01" };
    expect(said({ eligibility, asked, offer, partners })).toEqual([
      "Criteria: In words: a / In words: b",
      "Asked: 2 June 2020: “Who leads maths?”",
      "Offered: A place, to be answered by 1 July 2020",
      "Wishes to be with: School 100002 (applied; “One trust”) / Dale School (no application here)",
      "Room: No Work Group of this programme has a free place",
    ]);
  });

  it("leads to the groups with room, and to what can be done with it, each said for its school", () => {
    const room = [
      { workGroup: "north-readiness-1", free: 3 },
      { workGroup: "north-readiness-2", free: null },
    ];
    const page = shown(viewOf({ room, actions: ["offer-place"] }));
    expect(page).toMatch(
      /href="\/groups\/north-readiness-1">[^<]*<\/a> \(3 free\)<br>.*readiness-2">[^<]*<\/a><\/dd>/u,
    );
    expect(page).toMatch(/href="\/journeys\/100001-primary\/offer-place"[^>]*>.*: Hill School<\/span>/u);
  });

  it("says what stands against it now", () => {
    const since = [{ code: "wrong-phase", detail: "It is a secondary school." }];
    expect(visibleText(shown(viewOf({ eligibility: { criteria: [], since } })))).toContain(
      "Warning Stands against it now: It is a secondary school.",
    );
    expect(viewOf().against).toBeNull();
  });
});
