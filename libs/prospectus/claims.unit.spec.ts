// What the pages say beside their rules, looked up where people meet it: above the form before they apply and in what
// they tick on it, in the offer, in the reminder of each term, among the codes of a visit, in the questions at the end
// of a year. The numbers are those of CLAIMS.md.

import { describe, expect, it } from "@jest/globals";
import { stepsOf } from "../../apps/console/apply/application-fields.ts";
import { startView } from "../../apps/console/apply/start-page.ts";
import { filledIn } from "../../apps/console/look/templates.ts";
import { ENGLAND } from "../calendar/terms.ts";
import { loadCatalogue } from "../config/load-catalogue.ts";
import { planOf } from "../journey/plan.ts";
import { placeOffered } from "../letters/place-offered.ts";
import { asRead, envelope } from "../letters/sample.ts";
import { termlyReminder } from "../letters/termly-reminder.ts";
import type { Applying } from "../service/intake/programmes.ts";
import { figureFaults, withFigures } from "./hub-figures.ts";
import type { Criterion, Prospectus } from "./prospectus.ts";

const catalogue = loadCatalogue();
function prospectusOf(id: string): Prospectus {
  const prospectus = catalogue.get(id);
  if (prospectus === null) throw new Error(`no ${id}`);
  return prospectus;
}

/** Where people meet what a page says. */
const PLACES = {
  read: (prospectus: Prospectus) =>
    filledIn(
      "apply/start.njk",
      startView(applying(prospectus), { address: "/apply", goOn: "/apply", savedAt: null }, { token: "", key: "" }),
    ).text,
  form: (prospectus: Prospectus) =>
    stepsOf(applying(prospectus))
      .flatMap(({ reads, fields }) => [
        ...reads,
        ...fields.map(
          ({ name, label, hint }) => `${name}: ${label} ${typeof hint === "string" ? hint : (hint?.text ?? "")}`,
        ),
      ])
      .join("\n"),
  offer: (prospectus: Prospectus) => asRead(placeOffered(envelope(), { respondBy: "2024-06-28", prospectus })),
  term: ({ texts: { outcomes } }: Prospectus) => asRead(termlyReminder(envelope(), { ...NOTHING_OWED, outcomes })),
  visit: ({ visitDoes }: Prospectus) => coded(visitDoes.value),
  year: ({ yearEnd }: Prospectus) => coded(yearEnd.value),
};
type Place = keyof typeof PLACES;

const NOTHING_OWED = {
  term: "spring",
  academicYear: "2020/21",
  on: "2021-01-11",
  outstanding: [],
  received: [],
  comingUp: [],
  nextTerm: [],
  later: [],
  adapted: null,
  copies: [],
} as const;

const coded = (codes: readonly Criterion[]): string => codes.map(({ code, text }) => `${code}: ${text}`).join("\n");

const applying = (prospectus: Prospectus): Applying => ({
  urn: "100001",
  school: null,
  hub: null,
  hubs: [],
  covers: "great-north",
  prospectus,
  last: null,
  opensOn: prospectus.window.opensOn.value,
  closesOn: prospectus.window.closesOn.value,
  against: [],
});

/** Letters and pages break lines where they like. */
const flat = (text: string): string => text.replaceAll(/\s+/gu, " ");

type Claim = readonly [claim: string, places: Partial<Record<Place, RegExp>>];

const CLAIMS: Readonly<Record<string, readonly Claim[]>> = {
  "2021-22/secondary-development": [
    ["000-4", { read: /how their colleagues teach/u, year: /^school: .*with colleagues in the department/mu }],
    ["000-5", { read: /starts in Key Stage 3.*on to Key Stage 4/u, year: /^key-stages: .*Key Stage 3.*Key Stage 4/mu }],
    ["000-10", { read: /support that is fitted to your school/u, offer: /support that is fitted to your school/u }],
    ["000-11", { read: /colleagues of other schools nearby/u, offer: /colleagues of other schools nearby/u }],
    ["000-13", { read: /ready for GCSE and A level/u, offer: /ready for GCSE and A level/u }],
    ["000-14", { form: /introduce teaching for mastery in their classroom and department/u, year: /^classroom: /mu }],
    ["000-19", { form: /commitment, the experience and the authority/u, offer: /commitment, the experience/u }],
    ["000-21", { term: /Advocates understand in depth/u, year: /^advocates: .*come to understand/mu }],
    ["000-22", { term: /Subject leaders/u, year: /^subject-leaders: .*begun to understand/mu }],
    ["000-26", { read: /help schools to recover/u }],
  ],
  "2024-25/primary-development": [
    ["001-18", { read: /costs your school nothing/u, offer: /costs your school nothing/u }],
    ["001-1", { read: /committed to teaching for mastery/u, form: /^statements\.commitment: .*is committed/mu }],
    ["001-3", { read: /lead the work across the whole school/u, year: /^school: .*across the school/mu }],
    ["001-9", { visit: /^observing: .*^school-trg: .*^action-plan: /msu }],
    ["001-11", { offer: /policies and structures/u, year: /^policies: .*headteacher/mu }],
    ["001-12", { offer: /in the way of a TRG/u, year: /^research-groups: .*learn together/mu }],
    ["001-15", { read: /support for your two teachers/u, offer: /support for your two teachers/u }],
    ["001-16", { read: /Help for your headteacher/u, offer: /Help for your headteacher/u }],
    ["001-17", { read: /work closely with other schools/u, offer: /work closely with other schools/u }],
    ["001-19", { form: /^statements\.commitment: .*committed to teaching for mastery/mu }],
    ["001-20", { form: /^statements\.capacity: .*room for a good deal of development work/mu }],
    ["001-22", { term: /own classroom first, and in others/u, form: /own classroom first/u, year: /^classroom: /mu }],
    ["001-27", { term: /TRGs of their own/u, form: /sets up TRGs/u, year: /^research-groups: /mu }],
  ],
  "2020-21/secondary-development": [
    ["002-31", { read: /pays no fee and no charge/u, offer: /pays no fee and no charge/u }],
    ["002-3", { read: /everybody who teaches maths there/u, year: /^department: .*changed in the department/mu }],
    ["002-5", { read: /starts in Key Stage 3/u, year: /^key-stages: .*Key Stage 3.*Key Stage 4/mu }],
    ["002-6", { read: /what teaching for mastery is and how it is done/u, offer: /ideas and methods of teaching/u }],
    ["002-7", { visit: /^department-session: /mu }],
    ["002-8", { visit: /^observing: .*at the specialist’s school/mu }],
    ["002-9", { visit: /^observed: .*said what was seen/mu }],
    ["002-10", { visit: /^planning: /mu }],
    ["002-11", { visit: /^colleagues: /mu }],
    ["002-12", { visit: /^schemes-of-work: /mu }],
    ["002-15", { offer: /major national project/u, term: /in their own classroom and then throughout/u }],
    ["002-27", { read: /funded opportunities/u, offer: /funded opportunities/u }],
    ["002-32", { read: /Maths Hub pays for running/u, offer: /Maths Hub pays for running/u }],
    ["002-36", { read: /those best placed to try new ways/u }],
  ],
  "2024-25/secondary-sustaining": [
    ["003-4", { form: /committed to an approach that is good for all its pupils/u, offer: /good for all its pupils/u }],
    ["003-5", { read: /exchanges practice/u, year: /^together: .*from other schools/mu }],
    ["003-7", { term: /systems, policies and structures are refined/u, year: /^school: .*systems, policies/mu }],
    ["003-14", { read: /5 Big Ideas and The Essence/u, offer: /5 Big Ideas and The Essence/u }],
    ["003-17", { read: /coherent and connected/u, offer: /coherent and connected.*develop together/u }],
  ],
  "2020-21/primary-readiness": [
    ["004-19", { read: /costs? your school nothing/u, offer: /costs? your school nothing/u }],
    ["004-33", { read: /to your own Maths Hub. It helps to apply early/u }],
    ["004-2", { read: /help schools to recover/u }],
    ["004-4", { read: /take up teaching for mastery for good.*first need help/u, form: /^criteria: /mu }],
    ["004-6", { read: /chance to lead the work across the whole school/u }],
    ["004-14", { offer: /prepare the ground/u, year: /^colleagues: .*prepared the ground/mu }],
    ["004-15", { offer: /Five Big Ideas of Mastery Readiness/u, year: /^big-ideas: .*Five Big Ideas/mu }],
    ["004-18", { read: /Help for your headteacher/u, offer: /Good support.*Help for your headteacher.*same point/u }],
    ["004-28", { term: /a vision for teaching for mastery/u, form: /makes its vision/u, year: /^vision: /mu }],
    ["004-29", { form: /teachers and teaching assistants to learn together/u, year: /^together: .*assistants/mu }],
    ["004-37", { form: /^address: .*^postcode: /msu }],
    ["004-40", { form: /^group\.wished: .*together with other schools/mu }],
    ["004-41", { form: /^group\.schools\.0\.urn: .*^group\.schools\.2\.relationship: How do you know/msu }],
  ],
};

describe.each(Object.entries(CLAIMS))("What the page of %s says", (id, claims) => {
  const prospectus = prospectusOf(id);
  it.each(claims)("%s is met where people decide, plan or look back", (_claim, places) => {
    for (const [place, words] of Object.entries(places) as [Place, RegExp][]) {
      const met = PLACES[place](prospectus);
      expect(words.multiline ? met : flat(met)).toMatch(words);
    }
  });
});

it("what a school ticks on a form is required: the page's statements, and what is expected of it", () => {
  for (const id of Object.keys(CLAIMS)) {
    const fields = stepsOf(applying(prospectusOf(id))).flatMap((step) => step.fields);
    const ticks = fields.filter(({ name }) => /^(statements\.|understandsExpectations$)/u.test(name));
    expect([id, ticks.map(({ required }) => required)]).toEqual([id, ticks.map(() => true)]);
    expect(ticks.map(({ name }) => name)).toContain("understandsExpectations");
  }
});

describe("What the pages leave open is the hub’s", () => {
  it.each([
    ["000-9", "2021-22/secondary-development"],
    ["001-6", "2024-25/primary-development"],
    ["004-9", "2020-21/primary-readiness"],
  ])("%s: how often a group meets, when the page says “regularly”", (_claim, id) => {
    const sessions = ["autumn", "spring", "summer"].flatMap((term) => [
      { term: term as "autumn", week: 2 },
      { term: term as "autumn", week: 8 },
    ]);
    const prospectus = prospectusOf(id);
    expect(figureFaults(prospectus, { sessions })).toEqual([]);
    expect(withFigures(prospectus, "great-north", { sessions }).commitments.meetings.count.value).toBe(6);
  });

  it("003-8: themes, for every hub but the one whose page names them", () => {
    const [own, other] = ["east-midlands-south", "great-north"].map((hub) =>
      catalogue.forHub(hub).get("2024-25/secondary-sustaining"),
    );
    if (!own || !other) throw new Error("no 2024-25/secondary-sustaining");
    const themes = [{ code: "proof", text: "Proof and reasoning" }];
    expect(figureFaults(own, { themes }).map(({ code }) => code)).toEqual(["stated-by-page"]);
    expect(figureFaults(other, { themes })).toEqual([]);
  });
});

it("001-24, 001-25, 001-26: the head meets the specialist at visits, the hub's leaders with the other heads", () => {
  const plan = planOf(prospectusOf("2024-25/primary-development"), ENGLAND);
  const kinds = plan.filter(({ code }) => code.startsWith("headteacher"));
  expect(kinds.map(({ by, code }) => `${by} ${code}`)).toEqual([
    "school headteacher-meeting-autumn",
    "hub headteachers-session",
    "school headteachers-meeting",
    "school headteacher-meeting-spring",
    "school headteacher-meeting-summer",
  ]);
});
