import { createHash } from "node:crypto";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "@jest/globals";
import { drawnBy, sealOf, type GrantProof } from "../../../libs/service/money/proofs.ts";
import { strictView } from "../../../test/support/strict-view.ts";
import { filledIn } from "../look/templates.ts";
import { grantProof, proofFile, proofRows } from "./proof-page.ts";

const AT = "2025-03-11T09:00:00Z";
const PROOF: GrantProof = {
  journey: "100001-primary",
  school: "Example <Primary>",
  why: {
    about: "The grant of Development 2024/25",
    asOf: AT,
    stands: "The grant of £1,000 is paid.",
    chain: [
      {
        ...{ seq: 9, at: AT, says: "The year begins.", by: { who: "p-1", role: "hub-lead" } },
        rule: {
          ...{ says: "A grant of £1,000.", source: "page", page: "https://example.org/page", hub: null },
          ...{ place: "Funding, sentence 2", quotes: "one thousand pounds a school" },
        },
      },
      { seq: 12, at: AT, says: "It is due.", by: null, rule: null },
    ],
    text: "",
  },
  registers: [{ seq: 11, at: AT, session: "session-1", on: "2024-10-02", present: 2, absent: 1 }],
  letters: [{ id: "7", at: AT, kind: "news", role: "headteacher", event: 12, outcome: "bounced", subject: null }],
  events: { count: 40, seal: "abc123" },
};

describe("What proves a grant", () => {
  const file = proofFile(grantProof(PROOF, AT));

  it("is one file that asks nobody for anything, with the page behind each fact and the seal of its events", () => {
    expect(file).not.toMatch(/<(?:link|script|img)|url\(|@import/u);
    expect(file).toContain('<a href="https://example.org/page">');
    expect(file).toContain("Funding, sentence 2: one thousand pounds a school");
    expect(file).toContain("By time itself");
    expect(file).toContain("Session 1 on 2 October 2024: 2 there, 1 away; recorded on 11 March 2025, 09:00.");
    expect(file).toContain("news, to the headteacher; it came back.");
    expect(file).toContain("<code>abc123</code>");
  });
  it("links to no file beside it: a page that is kept as one is named", () => {
    const [first] = PROOF.why.chain;
    if (!first?.rule) throw new Error("The first step has no rule.");
    const chain = [{ ...first, rule: { ...first.rule, page: "001_page.txt" } }];
    const text = proofFile(grantProof({ ...PROOF, why: { ...PROOF.why, chain } }, AT));
    expect([text.includes("001_page.txt"), text.includes("<a ")]).toEqual([true, false]);
  });
  it("takes no name for HTML, and asks its view for nothing that is not there", () => {
    expect(file).toContain("Example &lt;Primary&gt;");
    expect(filledIn("money/proof.njk", strictView(grantProof(PROOF, AT))).text).toBe(file);
  });
  it("is a line a fact in a spreadsheet", () => {
    const lines: string[][] = parse(proofRows(grantProof(PROOF, AT)), { bom: true });
    expect(lines.map(([, what]) => what)).toEqual(["What", "Fact", "Fact", "Register", "Letter", "Seal"]);
  });
});

describe("The payments of a run that are proved", () => {
  const payments = Array.from({ length: 40 }, (_, no) => ({ payment: `r1-${no}` }));

  it("are the same by the same word, in whatever order they come, and others by another", () => {
    const drawn = drawnBy("spring", payments, 5);
    expect(drawnBy("spring", payments.toReversed(), 5)).toEqual(drawn);
    expect(drawnBy("autumn", payments, 5)).not.toEqual(drawn);
    expect(drawn).toHaveLength(5);
    const digest = (one: string) => createHash("sha256").update(`spring:${one}`).digest("hex");
    const first = payments.map(({ payment }) => payment).sort((a, b) => (digest(a) < digest(b) ? -1 : 1))[0];
    expect(drawn[0]?.payment).toBe(first);
  });
});

describe("The seal of events", () => {
  it("is what anybody makes of the same events by hand, whatever the order of their fields", () => {
    const event = { seq: 1, type: "GrantDue", at: AT, stage: "development", amountPence: 100_000 } as never;
    const other = { amountPence: 100_000, stage: "development", at: AT, type: "GrantDue", seq: 1 } as never;
    const line = `{"at":"${AT}","data":{"amountPence":100000,"stage":"development"},"seq":1,"type":"GrantDue"}\n`;
    expect(sealOf([event])).toBe(createHash("sha256").update(line).digest("hex"));
    expect(sealOf([other])).toBe(sealOf([event]));
    expect(sealOf([event, event])).not.toBe(sealOf([event]));
  });
});
