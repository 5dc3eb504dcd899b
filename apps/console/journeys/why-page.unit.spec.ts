import { expect, it } from "@jest/globals";
import { inOneLine } from "../../../test/support/browser.ts";
import { strictView } from "../../../test/support/strict-view.ts";
import type { Cited, Explanation } from "../../../libs/journey/why/explanation.ts";
import { filledIn } from "../look/templates.ts";
import { whyView } from "./why-page.ts";

const AT = "2025-03-11T09:00:00Z";
const RULE: Cited = { says: "A school has £1,000.", source: "page", page: null, place: null, quotes: null, hub: null };
const PAGE = "https://example.org/page";
const by = { who: "p-1", role: "hub-lead" };

/** What a page says of one step under this rule. */
function shown(rule: Partial<Cited> | null, proof: string | null = null): string {
  const step = { seq: 9, at: AT, says: "It was approved.", by, rule: rule && { ...RULE, ...rule } };
  const why = { about: "The grant", asOf: AT, stands: "The grant is paid.", chain: [step], text: "" } as Explanation;
  const where = { action: "/w", journey: "/journeys/100001-primary", school: "Abbey & Hill", day: "", proof };
  return inOneLine(filledIn("journeys/why.njk", strictView(whyView(why, where))).text);
}

it("the answer stands first, then each step with when, who and by which event", () => {
  const page = shown(null);
  expect(page).toMatch(/Abbey &amp; Hill\. As of 11 March 2025, 09:00\..*<strong>The grant is paid\.<\/strong>/u);
  expect(page).toMatch(
    /<ol[^>]*> ?<li><strong>11 March 2025<\/strong>, 09:00\. It was approved\..*By the hub lead\. Event 9\./u,
  );
  expect(page).toMatch(/name="asOf-day".*Back to Abbey &amp; Hill/u);
  expect(page).not.toMatch(/Rule:|Download/u);
});

it.each<[string, Partial<Cited>, RegExp]>([
  [
    "a page, with its place and words",
    { page: PAGE, place: "Funding", quotes: "a sum" },
    /Page: <a[^>]*>https:\/\/example\.org\/page<\/a> \(Funding\): a sum\./u,
  ],
  ["a page without an address", { quotes: "a sum" }, /Page: of the programme: a sum\./u],
  ["the hub, where no page states it", { source: "assumption", hub: "great-north" }, /the hub has decided it\./u],
  ["an assumption", { source: "assumption", quotes: "so far" }, /an assumption \(so far\)\./u],
  ["the service itself, of which no more is said", { source: "service" }, /Rule: A school has £1,000\.<\/div>/u],
])("its rule comes from %s", (_, rule, says) => expect(shown(rule)).toMatch(says));

it("what is no web address is no link", () => {
  expect(shown({ page: "javascript:alert(1)" })).toContain("Page: javascript:alert(1).");
});

it("what proves it can be had as a file, by who may", () => {
  expect(shown(null, "/money/proof/x/2024-25")).toMatch(/href="\/money\/proof\/x\/2024-25".*2024-25\?as=csv"/u);
});
