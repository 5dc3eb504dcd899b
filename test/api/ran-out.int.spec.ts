// A form that is sent when its sign-in has run out, over a night, or after one that took its place: all that was typed
// is there again, of every kind of form, and is done once.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { advanceSubject } from "../../libs/book/advance.ts";
import { groupName } from "../../libs/contract/work-group.ts";
import { Browser, filled, type Form, type Page } from "../support/browser.ts";
import { groupCommand } from "../support/groups.ts";
import { putJourney } from "../support/journeys.ts";
import { schoolsOf, seedGrants } from "../support/released-grants.ts";
import { rules } from "../support/store.ts";
import { recordOutput } from "./api-under-test.ts";
import { startWhole, type WholeService } from "./whole-service.ts";

const LEAD = "hub-lead.great-north";
const GROUP = "north-readiness-1";
const NOTE = 'Telephoned: <b>the head</b> will ring back & "soon"\nOn two lines';
const SCHOOLS = Array.from({ length: 15 }, (_, no) => `${100_001 + no}`);
const output = recordOutput();
let whole: WholeService;
let browser: Browser;

beforeAll(async () => {
  whole = await startWhole("2024-11-05T09:00:00Z");
  const { store } = whole;
  await seedGrants(store.app, schoolsOf(6, ["great-north"], 410_000), "payable");
  const formed = "2020-09-01T08:00:00Z";
  const forming = { hub: "great-north", prospectus: "2020-21/primary-readiness", lead: "lead-1" };
  await advanceSubject(
    { dataSource: store.app, rules },
    {
      subject: groupName(GROUP),
      now: formed,
      commands: [groupCommand("FormWorkGroup", formed, { ...forming, leadRole: "mastery-readiness-lead" })],
    },
  );
  for (const urn of SCHOOLS) {
    await putJourney(store, { urn, hub: "great-north", workGroup: GROUP, until: "2020-12-01" });
    await store.owner.query(
      `insert into work_group_schools (work_group, journey, status, held, since) values ($1, $2, 'taken', true, now())
        on conflict do nothing`,
      [GROUP, `${urn}-primary`],
    );
  }
  await store.owner.query(
    `insert into work_group_sessions (work_group, code, held_on, length, place, status) values
      ($1, 'session-1', '2020-11-30', 'half-day', 'in-person', 'scheduled') on conflict do nothing`,
    [GROUP],
  );
}, 120_000);
beforeEach(async () => {
  browser = await Browser.signedIn(whole.api.origin, LEAD);
});
afterAll(async () => {
  await whole?.stop();
  expect(output.end()).not.toContain("the head");
}, 60_000);

const count = async (sql: string): Promise<number> =>
  (await whole.store.owner.query<{ n: number }[]>(`select count(*)::int as n from ${sql}`))[0]?.n ?? -1;
/** As if so much time had gone by, for the service and for the browser. */
async function pass(much: string, seconds: number): Promise<void> {
  await whole.store.owner.query(
    `update sessions set seen_at = seen_at - $1::interval, signed_in_at = signed_in_at - $1::interval,
      asked_at = asked_at - $1::interval, ask_after = ask_after - $1::interval`,
    [much],
  );
  browser.later(seconds);
}

/** A kind of form: where it is, what is typed, how that looks when it is there, what is done by it and how often. */
interface Kind {
  at: string;
  /** What is sent there, to come to it. */
  with?: (page: Page) => Form;
  action?: string;
  typed(page: Page): Form;
  shows(page: Page): readonly string[];
  /** How much of it is done; null where it is turned down here, and so shown again. */
  done: (() => Promise<number>) | null;
  once: number;
}

const radios = ({ text }: Page): string[] => [
  ...new Set([...text.matchAll(/name="(was\.[^"]+)" type="radio"/gu)].map(([, name = ""]) => name)),
];
const boxes = ({ text }: Page, name: string): string[] =>
  [...text.matchAll(/<input[^>]* type="checkbox"[^>]*>/gu)]
    .filter(([tag]) => tag.includes(`name="${name}"`))
    .map(([tag]) => /value="([^"]+)"/u.exec(tag)?.[1] ?? "")
    .slice(0, 3);
const checked = (name: string, type: string, value: string): string =>
  `name="${name}" type="${type}" value="${value}" checked`;
const date = (name: string): string[] => [`name="${name}-day"`, `name="${name}-month"`, `name="${name}-year"`];
const wordsOf = (index: number): string => ["late", "away", "there"][index % 3] ?? "";

const KINDS: readonly (readonly [string, Kind])[] = [
  [
    "a register of thirty teachers",
    {
      at: `/groups/${GROUP}/take-register?session=session-1`,
      typed: (page) => ({
        on: "2020-11-30",
        ...Object.fromEntries(radios(page).map((name, index) => [name, wordsOf(index)])),
        "head.100003-primary": "yes",
      }),
      shows: (page) => [
        ...radios(page).map((name, index) => checked(name, "radio", wordsOf(index))),
        checked("head.100003-primary", "checkbox", "yes"),
        ...date("on"),
      ],
      done: null,
      once: 0,
    },
  ],
  [
    "a note",
    {
      at: "/journeys/410000-primary/notes",
      action: "/journeys/410000-primary/notes",
      typed: () => ({ text: NOTE, followUpOn: "2024-11-20" }),
      shows: () => [
        "Telephoned: &lt;b&gt;the head&lt;/b&gt; will ring back &amp; &quot;soon&quot; On two lines</textarea>",
        ...date("followUpOn"),
      ],
      done: () => count("journey_notes"),
      once: 1,
    },
  ],
  [
    "a Work Group’s form",
    {
      at: `/groups/${GROUP}/move-session?session=session-1`,
      typed: () => ({ session: "session-1", on: "2020-12-14", reason: "The hall is taken" }),
      shows: () => ["The hall is taken</textarea>", '<option value="session-1" selected>', ...date("on")],
      done: null,
      once: 0,
    },
  ],
  [
    "grants that are ticked to be approved",
    {
      at: "/money?show=payable",
      typed: (page) => ({ grant: boxes(page, "grant") }),
      shows: (page) =>
        boxes(page, "grant")
          .slice(0, 3)
          .map((value) => `value="${value}" checked`),
      done: () => count("events where type = 'GrantApproved'"),
      once: 3,
    },
  ],
  [
    "schools that are ticked for one thing",
    {
      at: "/journeys?sort=school",
      action: "/together",
      typed: (page) => ({ school: boxes(page, "school"), command: "" }),
      shows: (page) =>
        boxes(page, "school")
          .slice(0, 3)
          .map((value) => `value="${value}" checked`),
      done: null,
      once: 0,
    },
  ],
  [
    "what several schools are asked for",
    {
      at: "/journeys?status=participating",
      with: (page) => ({ school: boxes(page, "school"), command: "WaiveCommitment" }),
      action: "/together",
      typed: () => ({ step: "look", commitment: "gap-task-1", reason: "The <i>hall</i> is taken" }),
      shows: (page) => [
        "The &lt;i&gt;hall&lt;/i&gt; is taken</textarea>",
        ...[...page.text.matchAll(/name="school" value="([^"]+)"/gu)].map(([, one = ""]) => `value="${one}"`),
      ],
      done: () => count("events where type = 'CommitmentWaived'"),
      once: 0,
    },
  ],
];

/** Comes to it. */
async function open({ at, action, with: sends }: Kind): Promise<Page> {
  const page = await browser.go(at);
  return sends === undefined ? page : browser.submit(page, sends(page), action);
}

/** All that stands there again, as it was typed. */
function expectTyped(kind: Kind, form: Page, again: Page): void {
  expect(again.status).toBeLessThan(500);
  for (const one of kind.shows(form)) expect(again.text).toContain(one);
}

describe.each(KINDS)("%s", (_what, kind) => {
  it.each([
    ["after an hour", "2 hours", 7_200],
    ["over a night", "15 hours", 54_000],
    ["over a weekend", "64 hours", 230_400],
  ])(
    "%s comes back with the next sign-in, and nothing is done before it is sent",
    async (_when, much, seconds) => {
      const form = await open(kind);
      expect(kind.shows(form).length).toBeGreaterThan(0);
      const before = await kind.done?.();
      const sends = filled(form, kind.typed(form), kind.action);
      await pass(much, seconds);
      const over = await browser.go(sends.action, sends.form);
      expect([over.status, over.text.includes("What you typed is kept")]).toEqual([401, true]);
      const kept = await browser.signIn(LEAD);
      expect(new URL(kept.address).pathname).toBe("/kept");
      expectTyped(kind, form, await browser.submit(kept));
      expect(await kind.done?.()).toBe(before);
    },
    30_000,
  );

  it("goes on where its person has signed in anew in another tab; sent twice it is done once", async () => {
    const form = await open(kind);
    const sends = filled(form, kind.typed(form), kind.action);
    const before = (await kind.done?.()) ?? 0;
    await pass("2 hours", 7_200);
    await browser.signIn(LEAD);
    const answers = [await browser.go(sends.action, sends.form), await browser.go(sends.action, sends.form)];
    expect(answers.map(({ text }) => text.includes("was not made in your present sign-in"))).toEqual([false, false]);
    if (kind.done === null) for (const answer of answers) expectTyped(kind, form, answer);
    else expect((await kind.done()) - before).toBe(kind.once);
  }, 30_000);
});

it("a form of somebody else is nothing to who signs in after them", async () => {
  const form = await browser.go("/journeys/410000-primary/notes");
  const sends = filled(form, { text: NOTE }, "/journeys/410000-primary/notes");
  // The sign-in itself knows them by other cookies, which somebody else does not have.
  const after = new Browser(whole.api.origin);
  after.put("school-journeys-session", browser.cookie("school-journeys-session"));
  await after.signIn("hub-coordinator.great-north");
  const before = await count("journey_notes");
  const answer = await after.go(sends.action, sends.form);
  expect([answer.status, answer.text.includes("was not made in your present sign-in")]).toEqual([403, true]);
  expect(await count("journey_notes")).toBe(before);
}, 30_000);
