import { expect, it } from "@jest/globals";
import { inOneLine } from "../../../test/support/browser.ts";
import { strictView } from "../../../test/support/strict-view.ts";
import type { SecurityEventSeen } from "../../../libs/service/access/security-log.ts";
import { html } from "../html.ts";
import { filledIn } from "../look/templates.ts";
import { securityView, type SecurityLook, type SecurityShow } from "./security-page.ts";

const ALL: SecurityShow = { what: "", outcome: "", who: "", hub: "", since: "", until: "" };
const LOOK: SecurityLook = {
  names: new Map([["100001-primary", "Abbey & Hill"]]),
  readsRuns: true,
  next: null,
  ended: null,
  form: null,
};
const EVENT = {
  ...{ no: 9, at: "2024-03-04T08:00:00Z", what: "refused", outcome: "refused", who: "p-1", role: "hub-lead" },
  ...{ hub: "great-north", about: "journey 100001-primary", code: "forbidden", request: "req-1" },
} as SecurityEventSeen;
const NOBODY = {
  ...EVENT,
  who: null,
  role: null,
  hub: null,
  about: null,
  code: null,
  request: null,
  outcome: "done",
} as SecurityEventSeen;

const shown = (
  events: readonly SecurityEventSeen[],
  show: Partial<SecurityShow> = {},
  look: Partial<SecurityLook> = {},
) =>
  inOneLine(
    filledIn("security/security.njk", strictView(securityView(events, { ...ALL, ...show }, { ...LOOK, ...look }))).text,
  );

it("each event says when, what, who and of what, in words; ids stand as data for who looks for them", () => {
  const page = shown([EVENT]);
  expect(page).toMatch(/4 March 2024, 08:00.*govuk-tag--red.*Hub lead · Great North/u);
  expect(page).toMatch(/href="\/security\?who=p-1"><data value="p-1">p-1<\/data>/u);
  expect(page).toMatch(/href="\/journeys\/100001-primary">Abbey &amp; Hill<.*<data value="req-1">/u);
  expect(shown([NOBODY])).toMatch(/govuk-tag--green.*Nobody known/u);
});

it("nothing of the kind is said; older ones are one step away, and so is what is narrowed by", () => {
  expect(shown([])).toContain("There is nothing of the kind.");
  expect(shown([EVENT], { hub: "great-north" }, { next: 8 })).toContain("/security?hub=great-north&amp;after=8");
});

it("somebody’s sign-ins are ended by who may, where one looks at them alone", () => {
  const form = html`<input type="hidden" name="token" value="t">`;
  expect(shown([EVENT], {}, { form })).not.toContain("/security/end");
  expect(shown([EVENT], { who: "p-1" })).not.toContain("/security/end");
  const page = shown([EVENT], { who: "p-1" }, { form, ended: "Sign-ins of p-1 that were ended: 2." });
  expect(page).toMatch(/were ended: 2\..*name="token" value="t"><input type="hidden" name="who" value="p-1">/u);
  expect(page).toMatch(/govuk-button--warning.*End every sign-in of <data value="p-1">p-1<\/data>/u);
});
