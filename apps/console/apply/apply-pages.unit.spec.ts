import { describe, expect, it } from "@jest/globals";
import { inOneLine } from "../../../test/support/browser.ts";
import { catalogueOfTests } from "../../../test/support/catalogue.ts";
import { strictView } from "../../../test/support/strict-view.ts";
import type { Applying } from "../../../libs/service/intake/programmes.ts";
import { reject } from "../../../libs/journey/rejection.ts";
import type { Typed } from "../form-fields.ts";
import { filledIn } from "../look/templates.ts";
import { partnersIn, withPartners } from "./application-body.ts";
import { stepsOf, type StepName } from "./application-fields.ts";
import { addressIn, stepsFor, whereToGoOn } from "./application-form.ts";
import { checkView } from "./check-page.ts";
import { lookedForView, ownSchoolsView } from "./choose-page.ts";
import { partnersView } from "./partners-page.ts";
import { onlyLookedAt, programmesView } from "./programmes-page.ts";
import { questionView } from "./question-page.ts";
import { sentView } from "./sent-page.ts";
import { startView } from "./start-page.ts";

const prospectus = catalogueOfTests().get("2021-22/primary-readiness");
if (prospectus === null) throw new Error("The catalogue has lost 2021-22/primary-readiness.");
const applying: Applying = {
  urn: "100001",
  school: null,
  hub: null,
  hubs: [{ code: "great-north", name: "Great North Maths Hub", las: { value: [], source: "seed", because: "" } }],
  covers: "great-north",
  prospectus,
  last: null,
  opensOn: "2021-04-01",
  closesOn: "2021-06-30",
  against: [],
};
const registered: Applying["school"] = {
  urn: "100001",
  name: "Example Primary School",
  la: null,
  laName: null,
  establishmentNumber: null,
  type: null,
  status: "open",
  registerPhase: "primary",
  phases: ["primary"],
  funding: "state",
  open: true,
  section41: false,
  trust: null,
  trustName: null,
  ukprn: null,
  openedOn: null,
  closedOn: null,
  address: "1 Example Street",
  postcode: "EX1 1EX",
  website: null,
  district: null,
  region: null,
  lastChangedOn: null,
  source: "register",
};
const steps = stepsOf(applying);
const ANSWERS: Typed = {
  hub: "great-north",
  "school.name": "Example Primary School",
  "school.funding": "state",
  address: "1 Example Street",
  postcode: "EX1 1EX",
  criteria: ["poor-progress-or-attainment"],
  reasons: "We want to change.",
  understandsExpectations: "yes",
  "contact.firstName": "Ada",
  "contact.email": "ada@example.org",
  "group.wished": "no",
};
const state = (typed: Typed, faults: { field: string; text: string }[] = []) => ({
  action: "/apply/x",
  token: "t",
  key: "k",
  typed,
  faults,
});
const shown = (template: string, view: object): string =>
  inOneLine(filledIn(`apply/${template}.njk`, strictView(view)).text);
const names = (found: readonly { name: StepName }[]): string[] => found.map(({ name }) => name);

describe("The pages of an application", () => {
  it("ask of a school in the register neither its name nor its address", () => {
    const asked = (who: Applying): string[] => stepsOf(who).flatMap(({ fields }) => fields.map(({ name }) => name));
    expect(asked(applying)).toEqual(expect.arrayContaining(["hub", "school.name", "address", "postcode"]));
    const known = asked({ ...applying, school: registered });
    for (const name of ["school.name", "school.funding", "address", "postcode"]) expect(known).not.toContain(name);
    expect(names(stepsOf({ ...applying, school: registered, hub: "great-north" }))[0]).toBe("reasons");
  });

  it("come to the schools to be placed with only where that is wished, and go on where an answer is missing", () => {
    expect(names(stepsFor(steps, ANSWERS))).toEqual(["school", "reasons", "agree", "people", "together"]);
    expect(names(stepsFor(steps, { ...ANSWERS, "group.wished": "yes" })).at(-1)).toBe("schools");
    expect(whereToGoOn({ steps, typed: {} })).toBe("school");
    expect(whereToGoOn({ steps, typed: { ...ANSWERS, "contact.email": "" } })).toBe("people");
    expect(whereToGoOn({ steps, typed: { ...ANSWERS, "group.wished": "yes" } })).toBe("schools");
    expect(whereToGoOn({ steps, typed: ANSWERS })).toBe("check");
  });

  it("begin with what the school gets and takes on, or with what stands in the way", () => {
    const at = { address: "/apply/x", goOn: "/apply/x/school", savedAt: null };
    const start = shown("start", startView(applying, at, { token: "t", key: "k" }));
    expect(start).toMatch(/What your school gets.*What is expected of your school.*Before you start.*Start now/u);
    expect(start).toContain("Applications are taken until 30 June 2021.");
    expect(start).not.toContain("Forget what was saved");
    const saved = shown(
      "start",
      startView(applying, { ...at, savedAt: "2021-04-08T09:00:00Z" }, { token: "t", key: "k" }),
    );
    expect(saved).toMatch(/You saved this form on 8 April 2021.*Go on with your application.*Forget what was saved/u);
    const { rejection } = reject("window-closed", "over", { closesOn: "2021-06-30" });
    const closed = shown("start", startView({ ...applying, against: [rejection] }, at, { token: "t", key: "k" }));
    expect(closed).toContain("What stands in the way today");
    expect(closed).not.toContain("Start now");
  });

  it("say at their top and at its field what is missing", () => {
    const step = steps.find(({ name }) => name === "people");
    if (step === undefined) throw new Error("There is no page of people.");
    const faults = [{ field: "contact.email", text: "Enter your e-mail address" }];
    const page = shown("question", questionView(step, prospectus, { index: 3, count: 5 }, state(ANSWERS, faults)));
    expect(page).toContain("Application for Readiness 2021/22: page 4 of 5");
    expect(page).toMatch(/<a href="#f-contact-email">Enter your e-mail address<.*id="f-contact-email-error"/u);
    const agree = steps.find(({ name }) => name === "agree");
    if (agree === undefined) throw new Error("There is no page of what is expected.");
    expect(shown("question", questionView(agree, prospectus, { index: 2, count: 5 }, state({})))).toContain(
      "This is expected of a school that takes part:",
    );
  });

  it("end with all answers in words, each with the way to change it, and what is wrong beside it", () => {
    const addressOf = (step: StepName | "") => addressIn(applying, step);
    const checked = { applying, steps, names: new Map([["100002", "Other School"]]), addressOf };
    const page = shown("check", checkView(checked, state(ANSWERS), null));
    expect(page).toMatch(/Your Maths Hub.*Great North Maths Hub.*Change<span[^>]*>\s*: Your Maths Hub/u);
    expect(page).toContain("Progress or attainment in maths is poor across the school");
    expect(page).toContain('href="/apply/2021-22/primary-readiness/people?urn=100001&amp;then=check#f-contact-email"');
    expect(page).toContain('<input type="hidden" name="reasons" value="We want to change.">');
    expect(page).toContain("It goes to Great North Maths Hub.");
    expect(page).not.toContain("Schools to be placed with");
    const typed = withPartners({ ...ANSWERS, "group.wished": "yes" }, [{ urn: "100002", relationship: "Neighbours" }]);
    const faults = [{ field: "contact.email", text: "Enter your e-mail address" }];
    const wrong = shown("check", checkView(checked, state({ ...typed, "contact.email": "" }, faults), null));
    expect(wrong).toMatch(/There is a problem.*people\?urn=100001&amp;then=check#f-contact-email/u);
    expect(wrong).toMatch(/Error:<\/span> Enter your e-mail address<\/p>Not answered yet/u);
    expect(wrong).toContain("Other School: Neighbours");
  });

  it("say once it is sent what happens next, and whom to ask", () => {
    const sent = {
      journey: "100001-primary",
      prospectus: prospectus.id,
      hub: "great-north",
      criteria: [],
      reasons: null,
      contact: { firstName: "Ada", lastName: "", email: "ada@example.org" },
      partners: [],
      signature: ["Hella Example, Great North Maths Hub", "Telephone: 01632 960 001"],
    };
    const page = shown("sent", sentView(applying, sent));
    expect(page).toMatch(/ada@example\.org.*What happens next.*30 June 2021.*Telephone: 01632 960 001/u);
    expect(shown("sent", sentView(applying, { ...sent, contact: null, signature: [] }))).toContain(
      "reply to any letter",
    );
  });
});

describe("A school", () => {
  const found = {
    q: "example",
    schools: [
      { urn: "100001", name: "Example Primary School", address: "1 Example Street", postcode: "EX1 1EX", open: true },
    ],
    more: true,
  };

  it("is looked for and picked; nothing that fits is said, and a URN that nobody knows can be picked", () => {
    expect(shown("choose", lookedForView({ q: "", schools: [], more: false }))).not.toContain("No school is called so");
    const page = shown("choose", lookedForView(found));
    expect(page).toMatch(
      /name="urn"[^>]* value="100001" checked.*EX1 1EX, URN 100001.*There are more than 15.*Continue/u,
    );
    expect(shown("choose", lookedForView({ q: "nowhere", schools: [], more: false }))).toContain(
      "No school is called so",
    );
    expect(shown("choose", lookedForView({ q: "900999", schools: [], more: false }))).toContain(
      "The school with the URN 900999",
    );
  });

  it("is one of their own for who speaks for several, by name", () => {
    const own = [
      { urn: "100002", name: "Yarrow School", postcode: null },
      { urn: "100001", name: "Ash School", postcode: "EX1 1EX" },
    ];
    expect(shown("choose", ownSchoolsView(own))).toMatch(/urn=100001">Ash School.*urn=100002">Yarrow School/u);
  });

  it("names up to three others that it would be placed with; itself and who is named already are not found", () => {
    const typed = withPartners({}, [{ urn: "100002", relationship: "Neighbours" }]);
    expect(partnersIn(typed)).toEqual([{ urn: "100002", relationship: "Neighbours" }]);
    const look = { names: new Map([["100002", "Other School"]]), place: { index: 5, count: 6 }, next: "/next" };
    const page = shown("partners", partnersView(applying, found, look, state(typed)));
    expect(page).toMatch(/Other School.*Neighbours.*name="remove" value="0".*No other school is called so/u);
    const others = { ...found, schools: found.schools.map((one) => ({ ...one, urn: "100003" })) };
    const faults = [{ field: "add.relationship", text: "Say how the two schools know each other" }];
    expect(shown("partners", partnersView(applying, others, look, state(typed, faults)))).toMatch(
      /href="#f-add-relationship">Say how.*Which school is it\?.*Add this school/u,
    );
    const full = withPartners(
      {},
      ["2", "3", "4"].map((last) => ({ urn: `10000${last}`, relationship: "x" })),
    );
    expect(shown("partners", partnersView(applying, found, look, state(full)))).not.toContain("Find the school");
  });

  it("sees what it may apply for, and why not for the rest", () => {
    const about = { stage: "readiness", phase: "primary", academicYear: "2021/22", opensOn: "2021-04-01" };
    const one = { id: "2021-22/primary-readiness", title: "T", ...about, closesOn: "2021-06-30", checked: true };
    const { rejection } = reject("window-closed", "over", { closesOn: "2021-06-30" });
    const programmes = [
      { ...one, eligible: true, reasons: [] },
      { ...one, eligible: false, reasons: [rejection] },
    ];
    const page = shown("programmes", programmesView("Example", programmes, { urn: "100001" }));
    expect(page).toMatch(/It may apply for.*primary-readiness\?urn=100001.*It may not apply for.*Express an interest/u);
    const looked = shown("programmes", onlyLookedAt("Example", programmes));
    expect(looked).toMatch(/It may apply for.*It may not apply for/u);
    expect(looked).not.toMatch(/href="\/apply|Express an interest/u);
    expect(shown("programmes", programmesView("Example", [], { urn: null }))).toContain(
      "no programme it can apply for",
    );
  });
});
