// Every kind of page is for everybody: no rule of WCAG 2.2 (A, AA) nor of best practice is broken on a desk or on a
// phone, nothing is wider than 320 CSS pixels without its own scroll, and what has the focus shows it.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Browser } from "playwright-core";
import { controllersOf, routesOf } from "../../apps/api/routes.ts";
import { ConsoleModule } from "../../apps/console/console.module.ts";
import { startChromium } from "./chromium.ts";
import {
  everyAnswer,
  everyPage,
  wrongWith,
  type Answer,
  type Answered,
  type FormFound,
  type Known,
  type Looked,
  LOOKED_AT,
  type Seen,
  thesePages,
} from "./every-page.ts";
import { fromLetters, type FromLetters } from "./from-letters.ts";
import { FINANCE, HUB_LEAD, TAKES_PART, TRUST } from "./journeys/journey.ts";
import { ONCE_DONE, wrongOnceDone } from "./once-done.ts";
import { Walker } from "./walker.ts";
import { startWorld, type World } from "./world.ts";

const WHO = [
  ["a hub lead", HUB_LEAD],
  ["a school", TAKES_PART],
  ["a trust", TRUST],
  ["a finance officer", FINANCE],
  ["a Work Group lead", /Work Group lead, Great North \(primary development\)/u],
  ["an operator", /Operator/u],
  ["an auditor", /Auditor/u],
] as const;
type Name = (typeof WHO)[number][0];
/** Who looks at pages side by side: who sees most alone, the others one after another. */
const LANES = [WHO.slice(0, 1), WHO.slice(1)];
const looks = new Map<Name, Promise<Looked>>();
let lettersLeadTo: Promise<FromLetters>;
let answers: Promise<Answered[]>;
let world: World;
let browser: Browser;

async function signedIn<T>(name: Name, work: (walker: Walker) => Promise<T>): Promise<T> {
  const walker = Walker.at(browser, world.api.origin);
  await walker.signIn(WHO.find(([one]) => one === name)?.[1] ?? HUB_LEAD);
  const done = await work(walker);
  await walker.closes();
  return done;
}

async function lookedAt(): Promise<void> {
  const seen: Seen = new Map();
  const look = (name: Name): Promise<Looked> =>
    signedIn(name, async (walker) => {
      const found = await everyPage(walker, seen);
      walker.mustBeSound();
      return found;
    });
  const lanes = LANES.map((lane) =>
    lane.reduce<Promise<unknown>>((before, [name]) => {
      const looked = before.then(() => look(name));
      looks.set(name, looked);
      return looked.catch(() => null); // its test tells
    }, Promise.resolve()),
  );
  await Promise.all(lanes);
}

/** All forms that were found are sent, from both ends at once. */
async function answered(): Promise<Answered[]> {
  const found: [Name, Looked][] = [];
  for (const [name] of WHO) found.push([name, (await looks.get(name)) ?? { kinds: [], forms: [], wrong: [] }]);
  const known: Known = { sent: new Set(), looked: new Set(found.flatMap(([, { kinds }]) => kinds)) };
  const send = async (order: readonly (readonly [Name, readonly FormFound[]])[]): Promise<Answered[]> => {
    const all: Answered[] = [];
    for (const [name, forms] of order)
      all.push(await signedIn(name, (walker) => everyAnswer(walker, forms, known, world.api.now())));
    return all;
  };
  const order = found.map(([name, { forms }]) => [name, forms] as const);
  const back = order.map(([name, forms]) => [name, forms.toReversed()] as const).reverse();
  return (await Promise.all([send(order), send(back)])).flat();
}

beforeAll(async () => {
  [world, browser] = await Promise.all([startWorld(), startChromium()]);
  // Whoever sends forms puts an end to what letters ask for.
  lettersLeadTo = lookedAt().then(() => fromLetters(browser, world));
  answers = lettersLeadTo.catch(() => null).then(answered);
  for (const all of [lettersLeadTo, answers]) all.catch(() => null); // its test tells
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await world?.stop();
}, 30_000);

describe("Every kind of page is for everybody", () => {
  it.each(WHO.map(([name]) => name))(
    "that %s comes to",
    async (name) => {
      const { kinds = [], wrong } = (await looks.get(name)) ?? {};
      expect(wrong).toEqual([]);
      expect(kinds.length).toBeGreaterThan(7);
    },
    600_000,
  );

  it("that a form answers: with its faults, with what is looked at first, and that it is done", async () => {
    const all = await answers;
    expect(all.flatMap(({ wrong }) => wrong)).toEqual([]);
    const count = (answer: Answer): number => all.reduce((sum, one) => sum + one.answers[answer].length, 0);
    expect([count("faults") > 60, count("done") > 40, count("looked at first") > 5]).toEqual([true, true, true]);
  }, 600_000);

  it("that a stranger comes to: what it is, how one signs in, and where one has to", async () => {
    const walker = Walker.at(browser, world.api.origin);
    await walker.comesAsStranger();
    const { kinds, wrong } = await everyPage(walker);
    const more = await thesePages(walker, ["/sign-in", "/apply", "/journeys", "/answer/nothing-that-was-ever-sent"]);
    await walker.closes();
    expect([...wrong, ...more.wrong]).toEqual([]);
    expect(kinds.length).toBeGreaterThan(4);
  }, 120_000);

  it("that somebody comes to from a letter: each kind of link, open and ended, with its faults", async () => {
    const { open, ended, sent, wrong } = await lettersLeadTo;
    expect(wrong).toEqual([]);
    const { faults, done } = sent.answers;
    expect([open.length > 4, ended.length > 0, faults.length > 0, done.length > 0]).toEqual([true, true, true, true]);
  }, 600_000);

  it("also those of a note of the hub: how it is written, read, changed, taken back, and found in a list", async () => {
    const walker = Walker.at(browser, world.api.origin);
    await walker.signIn(HUB_LEAD);
    const [{ id }] = await world.store.owner.query<[{ id: string }]>(
      "select id from journeys where hub = 'great-north' and status = 'participating' order by id limit 1",
    );
    await walker.comesBy(`/journeys/${id}/notes`);
    await walker.page.getByLabel("Note", { exact: true }).fill("Ask who follows.");
    const [year = "", month = "", day = ""] = world.api.now().slice(0, 10).split("-");
    for (const [part, value] of Object.entries({ Day: day, Month: month, Year: year }))
      await walker.page.getByLabel(part, { exact: true }).fill(value);
    await walker.press("Keep the note");
    await walker.sees("Ask who follows.");
    const wrong = await wrongWith(walker);
    const link = async (ends: string) =>
      (await walker.page.locator(`a[href$="${ends}"]`).first().getAttribute("href")) ?? "";
    for (const way of [await link("/amend"), await link("/withdraw"), "/follow-ups?due=now"]) {
      await walker.comesBy(way);
      await walker.sees(/Ask who follows|Written on/u);
      wrong.push(...(await wrongWith(walker)).map((fault) => `${way} ${fault}`));
    }
    await walker.closes();
    expect(wrong).toEqual([]);
  }, 120_000);

  it("and what shows its focus without a dark line is found: skip link, tag of a filter, field, button", async () => {
    const walker = Walker.at(browser, world.api.origin);
    await walker.signIn(HUB_LEAD);
    await walker.comesBy("/journeys?stage=development");
    await walker.page.evaluate("document.styleSheets[0].insertRule('*:focus { box-shadow: none !important }', 0)");
    const wrong = (await wrongWith(walker, false)).join("\n");
    await walker.closes();
    for (const what of ["govuk-skip-link", "moj-filter__tag", "govuk-input", "govuk-select", "govuk-button"])
      expect(wrong).toMatch(new RegExp(`by no dark line: <[^>]*"[^"]*${what}`, "u"));
  }, 120_000);

  it("also where something is wrong: nothing is there, it is for others, and the service has a fault", async () => {
    const walker = Walker.at(browser, world.api.origin);
    await walker.signIn(HUB_LEAD);
    const { wrong } = await thesePages(walker, ["/nothing", "/security"]);
    expect(walker.heading).toBe("Your role may not do this");
    await world.store.owner.query("alter table calendar_links rename to calendar_links_away");
    try {
      const faulty = await thesePages(walker, ["/calendar-links"]);
      expect([...wrong, ...faulty.wrong]).toEqual([]);
    } finally {
      await world.store.owner.query("alter table calendar_links_away rename to calendar_links");
    }
    expect(walker.heading).toMatch(/^Sorry, /u);
    await walker.closes();
  }, 120_000);

  it.each(ONCE_DONE.map((one) => [one.what, one] as const))(
    "and that somebody comes to by doing something: %s",
    async (_, one) => {
      await answers.catch(() => null); // nobody else is at work
      const walker = Walker.at(browser, world.api.origin);
      expect(await wrongOnceDone(walker, world, one)).toEqual([]);
      await walker.closes();
    },
    120_000,
  );

  it("and there is none in the console that nobody has looked at here", () => {
    expect(neverLookedAt()).toEqual([]);
  });
});

/** Of the demonstration's years no programme asks with which schools one would like to be placed. */
const NOT_ASKED = "/apply/{year}/{programme}/schools";

/** Lists to take along, and what leads elsewhere at once. */
const NO_PAGES = /\.(?:csv|json)$|^\/sign-in$|^\/signed-in$|^(?:\/tasks)?\/together$/u;

/** Pages of the console of which nobody has looked at one, as routes. */
function neverLookedAt(): string[] {
  const routes = routesOf(controllersOf(ConsoleModule)).filter(({ method }) => method === "get");
  // What names more of an address is the one that answers there.
  const inOrder = routes.map(({ path }) => path).sort((a, b) => a.split("{").length - b.split("{").length);
  const answers = (path: string): RegExp => new RegExp(`^${path.split(/\{\w+\}/u).join("[^/]+")}$`, "u");
  const patterns = inOrder.map((path) => [path, answers(path)] as const);
  const found = new Set([...LOOKED_AT].map((at) => patterns.find(([, pattern]) => pattern.test(at))?.[0]));
  return inOrder.filter((path) => !found.has(path) && !NO_PAGES.test(path) && path !== NOT_ASKED);
}
