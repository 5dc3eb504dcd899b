// Every kind of page that somebody comes to by links, and what each kind of form answers, looked at on a desk and on a
// phone.

import { localDate, type Instant } from "../../libs/calendar/instants.ts";
import { kindOf, NO_PAGE } from "../support/crawl.ts";
import { axeFinds } from "./axe.ts";
import type { Walker } from "./walker.ts";

/** CSS pixels: a desk, a phone, and what a page is to be read at without pushing it to and fro. */
const DESK = 1280;
const PHONE = 375;
const NARROW = 320;
const HEIGHT = 800;

/** A form that sends something, and where one comes to it. */
export interface FormFound {
  way: string;
  /** Where it goes, whatever it is of, and by which button. */
  kind: string;
  /** Whether it asks anything: of what does not, one press is all. */
  asks: boolean;
}

/** What was found: which kinds of page there are, their forms, and what is wrong, each with the page it is wrong on. */
export interface Looked {
  kinds: readonly string[];
  forms: readonly FormFound[];
  wrong: readonly string[];
}

/** What was looked at already, by whomever: of each kind of page what it was made of. */
export type Seen = Map<string, Set<string>>;

/** What is no page of the console, and is read like one: a letter as it went out, a file of proofs. */
const READ_AS_A_PAGE = /as-sent$|^\/money\/(?:proof|runs\/[^/]+\/proof)\b(?!.*\bas=csv)/u;

/** Looks at one page of each kind, from the one that is shown on. */
export async function everyPage(walker: Walker, seen: Seen = new Map()): Promise<Looked> {
  const ways = ["/"];
  const kinds = new Set<string>();
  const forms: FormFound[] = [];
  const wrong: string[] = [];
  for (let way = ways.shift(); way !== undefined; way = ways.shift()) {
    const kind = kindOf(way);
    const isFile = READ_AS_A_PAGE.test(way);
    if (kinds.has(kind) || (NO_PAGE.test(way) && !isFile)) continue;
    kinds.add(kind);
    if (isFile) {
      if (!seen.has(kind)) wrong.push(...(await wrongInFile(walker, way)).map((fault) => `${way} ${fault}`));
      seen.set(kind, new Set());
      continue;
    }
    await onDesk(walker);
    await walker.comesBy(way);
    forms.push(...(await formsOn(walker)).map((form) => ({ ...form, way: String(way) })));
    wrong.push(...(await wrongWith(walker, await isNew(walker, kind, seen))).map((fault) => `${way} ${fault}`));
    ways.push(...(await walker.page.evaluate<string[]>("atThePage.ways()")));
  }
  return { kinds: [...kinds], forms, wrong };
}

/** Looks at these pages, whatever of a kind there is. */
export async function thesePages(walker: Walker, ways: readonly string[]): Promise<Omit<Looked, "kinds">> {
  const forms: FormFound[] = [];
  const wrong: string[] = [];
  for (const way of ways) {
    await onDesk(walker);
    await walker.comesBy(way);
    forms.push(...(await formsOn(walker)).map((form) => ({ ...form, way })));
    wrong.push(...(await wrongWith(walker)).map((fault) => `${way} ${fault}`));
  }
  return { forms, wrong };
}

/** What a form may answer (in-page.mjs). */
export type Answer = "faults" | "looked at first" | "done" | "a page of its own" | "another page";

/** What is known of all who send forms: nobody sends what somebody else has sent, or looks at what was looked at. */
export interface Known {
  sent: Set<string>;
  looked: Set<string>;
}

/**
 * Whether anything is on the page that was on none of its kind. Each role has its own page of a kind; who sees less of
 * it sees nothing that was not looked at in the role that sees most.
 */
async function isNew({ page }: Walker, kind: string, seen: Seen): Promise<boolean> {
  const parts = await page.evaluate<string[]>("atThePage.parts()");
  const known = seen.get(kind) ?? new Set();
  const more = parts.filter((part) => !known.has(part));
  seen.set(kind, new Set([...known, ...more]));
  return more.length > 0;
}

/** What forms have answered, each kind of answer to each kind of form once, and what is wrong with any of it. */
export interface Answered {
  answers: Readonly<Record<Answer, string[]>>;
  wrong: readonly string[];
}

/** They end the sign-in by which the others are sent, or are another way of reading. */
const ENDS = /^\/(?:sign-out|sessions\/end|security\/end|read-as)/u;
/** Of one school what is confirmed would be the end of what else can be done to it. */
const OF_ONE = /^\/journeys\/:one\//u;

/**
 * Sends each kind of form empty, and filled in with something of the right kind, and looks at what comes of it.
 * `at`: what the service's clock shows.
 */
export async function everyAnswer(
  walker: Walker,
  found: readonly FormFound[],
  { sent, looked }: Known,
  at: Instant,
): Promise<Answered> {
  const answers: Answered["answers"] = {
    ...{ faults: [], "looked at first": [], done: [] },
    ...{ "a page of its own": [], "another page": [] },
  };
  const wrong: string[] = [];
  const forms = [...found];
  /** What came, if nobody has looked at it: so do the forms on it. */
  const look = async (kind: string, how: string): Promise<Answer> => {
    const answer = await walker.page.evaluate<Answer>("atThePage.answer()");
    const path = new URL(walker.page.url()).pathname;
    answers[answer].push(kind);
    const seen = answer === "another page" ? kindOf(path) : `${kind} ${answer}`;
    if (looked.has(seen)) return answer;
    looked.add(seen);
    if (walker.heading.startsWith("Sorry, ")) wrong.push(`${kind}, ${how}: ${walker.heading}`);
    if (answer === "another page") forms.push(...(await formsOn(walker)).map((form) => ({ ...form, way: path })));
    wrong.push(...(await wrongWith(walker)).map((fault) => `${kind}, ${how}, ${answer}: ${fault}`));
    return answer;
  };
  for (let form = forms.shift(); form !== undefined; form = forms.shift()) {
    const { kind, way, asks } = form;
    if (sent.has(kind) || ENDS.test(kind)) continue;
    sent.add(kind);
    for (const how of asks ? ["empty", "filled in"] : ["as it is"]) {
      await onDesk(walker);
      await walker.comesBy(way);
      const there = (await formsOn(walker)).find((one) => one.kind === kind);
      // What was there to be done is done.
      if (there === undefined) break;
      if (how === "filled in") await walker.page.evaluate(`atThePage.fillIn(${there.at}, ${JSON.stringify(day(at))})`);
      await walker.sends(there.at);
      if ((await look(kind, how)) !== "looked at first" || OF_ONE.test(kind)) continue;
      await walker.sends(0);
      await look(`${kind}, confirmed`, how);
    }
  }
  return { answers, wrong };
}

/** A letter stands in a frame, or in somebody's mail program, which has landmarks and a focus of its own. */
const OF_A_WHOLE_PAGE = /landmark-one-main:| region:|by no dark line/u;

/** What is wrong with a file that is fetched, as a browser shows it. */
async function wrongInFile({ page }: Walker, way: string): Promise<string[]> {
  const file = await page.request.get(new URL(way, page.url()).href);
  const shown = await page.context().newPage();
  await shown.setContent(await file.text());
  const found = await wrongWith({ page: shown });
  const wrong = found.filter((fault) => !way.endsWith("as-sent") || !OF_A_WHOLE_PAGE.test(fault));
  await shown.close();
  LOOKED_AT.add(new URL(way, page.url()).pathname);
  return file.ok() ? wrong : [...wrong, `status ${file.status()}`];
}

/** Where all the pages stand that anybody has looked at. */
export const LOOKED_AT = new Set<string>();

/** What is wrong with the page that is shown; `byAxe`: also by the rules that it takes axe to look for. */
export async function wrongWith({ page }: Pick<Walker, "page">, byAxe = true): Promise<string[]> {
  LOOKED_AT.add(new URL(page.url()).pathname);
  await page.evaluate("atThePage.openAll()");
  // Of a button that has the focus and is pointed at, the pointer shows more.
  await page.mouse.move(0, 0);
  const wrong: string[] = [];
  for (const width of byAxe ? [DESK, PHONE] : []) {
    await page.setViewportSize({ width, height: HEIGHT });
    await page.evaluate("atThePage.drawn()");
    wrong.push(...(await axeFinds(page)).map((fault) => `at ${width}: ${fault}`));
  }
  await page.setViewportSize({ width: NARROW, height: HEIGHT });
  const wide = await page.evaluate<string[]>("atThePage.tooWide()");
  const unseen = await page.evaluate<string[]>("atThePage.unseenFocus()");
  return [...wrong, ...[...wide, ...unseen].map((fault) => `at ${NARROW}: ${fault}`)];
}

const onDesk = ({ page }: Walker): Promise<void> => page.setViewportSize({ width: DESK, height: HEIGHT });

/** A form as its page says (in-page.mjs). */
interface FormThere {
  at: number;
  to: string;
  button: string;
  asks: boolean;
}

async function formsOn({ page }: Walker): Promise<(Omit<FormFound, "way"> & { at: number })[]> {
  const forms = await page.evaluate<FormThere[]>("atThePage.forms()");
  return forms.map(({ at, to, button, asks }) => ({ at, kind: `${kindOf(to)}: ${button}`, asks }));
}

/** As it is typed into three fields. */
function day(at: Instant): Record<"day" | "month" | "year", string> {
  const [year = "", month = "", date = ""] = localDate(at).split("-");
  return { day: String(Number(date)), month: String(Number(month)), year };
}
