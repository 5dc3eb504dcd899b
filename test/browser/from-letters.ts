// What somebody comes to from a letter, who has not signed in.

import type { Browser } from "playwright-core";
import { thingOf } from "../../libs/letters/answers.ts";
import { linksFor } from "../../libs/people/answer-links.ts";
import { everyAnswer, thesePages, type Answered } from "./every-page.ts";
import { Walker } from "./walker.ts";
import type { World } from "./world.ts";

/** What somebody comes to from letters. */
export interface FromLetters {
  open: string[];
  ended: string[];
  sent: Answered;
  wrong: string[];
}

/** Of each kind of link that stands in letters the first that is open, and the first that has ended; all are sent. */
export async function fromLetters(browser: Browser, world: World): Promise<FromLetters> {
  const [open, ended]: [Map<string, string>, Map<string, string>] = [new Map(), new Map()];
  for (const [what, path] of await lettersLinks(world)) {
    if (open.has(what) && ended.has(what)) continue;
    const of = (await fetch(world.api.origin + path)).status === 410 ? ended : open;
    if (!of.has(what)) of.set(what, path);
  }
  const walker = Walker.at(browser, world.api.origin);
  await walker.comesAsStranger();
  const { forms, wrong } = await thesePages(walker, [...open.values(), ...ended.values()]);
  const sent = await everyAnswer(walker, forms, { sent: new Set(), looked: new Set() }, world.api.now());
  await walker.closes();
  return { open: [...open.values()], ended: [...ended.values()], sent, wrong: [...wrong, ...sent.wrong] };
}

/** More of a kind tell no more. */
const LINKS_OF_A_KIND = 30;

/** Some links of each kind that stands in letters, newest first. */
async function lettersLinks(world: World): Promise<(readonly [what: string, path: string])[]> {
  const rows = await world.store.app.query<{ journey: string; person: string; thing: string }[]>(
    `select journey, person, thing from (
       select *, row_number() over (partition by split_part(thing, '|', 1) order by made_at desc, journey, thing) as nth
         from answer_links) as links
       where nth <= $1 order by nth, thing`,
    [LINKS_OF_A_KIND],
  );
  const deps = { dataSource: world.store.app, publicUrl: world.api.origin };
  const links = await Promise.all(
    rows.map(async ({ thing: code, ...whose }) => {
      const thing = thingOf(code);
      if (thing === null) return [];
      const urls = [...(await linksFor(deps, { ...whose, things: [thing] })).values()];
      return urls.map((url) => [thing.what, new URL(url).pathname] as const);
    }),
  );
  return links.flat();
}
