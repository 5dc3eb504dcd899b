// Pages that no link leads to before somebody has done something: each is come to by doing it, and looked at on the
// way.

import { everyAnswer, thesePages, wrongWith } from "./every-page.ts";
import { HUB_LEAD, NEWCOMER } from "./journeys/journey.ts";
import { APPLICATION } from "./journeys/schools.ts";
import type { Walker } from "./walker.ts";
import type { World } from "./world.ts";

/** Looks at the page that is shown. */
type Look = () => Promise<void>;

interface OnceDone {
  what: string;
  who: RegExp;
  /** @returns where what was made stands: its forms are sent as well */
  walk(walker: Walker, look: Look, world: World): Promise<string | null>;
}

const here = ({ page }: Walker): string => new URL(page.url()).pathname;

/** What comes of doing it: nothing is wrong on any of the pages. */
export async function wrongOnceDone(walker: Walker, world: World, { who, walk }: OnceDone): Promise<string[]> {
  const wrong: string[] = [];
  const look = async (): Promise<void> => {
    wrong.push(...(await wrongWith(walker)).map((fault) => `${here(walker)} (${walker.heading}): ${fault}`));
  };
  await walker.signIn(who);
  const made = await walk(walker, look, world);
  if (made === null) return wrong;
  const { forms, wrong: more } = await thesePages(walker, [made]);
  const sent = await everyAnswer(walker, forms, { sent: new Set(), looked: new Set() }, world.api.now());
  return [...wrong, ...more, ...sent.wrong];
}

const WRITTEN: Parameters<Walker["answer"]>[0] = [
  [/^Schools of this Work Group/u, /Primary Development 1, 2024\/25/u],
  [/^To whom/u, /^The headteacher/u],
  [/^What is it about/u, "A day for your diary"],
  [/^The letter/u, "We meet in July.\n- Bring your plan.\n- Bring a colleague."],
];

export const ONCE_DONE: readonly OnceDone[] = [
  {
    what: "a letter to many that was sent",
    who: HUB_LEAD,
    async walk(walker, look) {
      await walker.comesBy("/letters/new");
      await walker.answer(WRITTEN, ["Look at it first"], "Write to many");
      await look();
      await walker.press(/^Send it to/u);
      await walker.sees("A day for your diary");
      await look();
      return null;
    },
  },
  {
    what: "a system that is told of events",
    who: HUB_LEAD,
    async walk(walker, look) {
      await walker.comesBy("/webhooks/new");
      await walker.answer([[/^Address/u, "https://systems.hub.example/events"]], ["Add it"], /secret/iu);
      await look();
      await walker.press("On to the address");
      return here(walker);
    },
  },
  {
    what: "an interest in a year for which nobody can apply yet",
    who: NEWCOMER,
    async walk(walker, look) {
      await walker.comesBy("/apply?urn=900901");
      await look();
      await walker.press(/^Express an interest in Readiness 2026\/27/u);
      return here(walker);
    },
  },
  {
    what: "an application, page by page",
    who: NEWCOMER,
    async walk(walker, look) {
      await walker.comesBy("/apply?urn=900901");
      await walker.press(/^Apply for Development 2025\/26/u);
      await look();
      const start = new URL(walker.page.url());
      await walker.press("Start now");
      await look();
      await walker.comesBy(start.href);
      await walker.answer(APPLICATION, ["Start now", "Save and continue"], /^Check/u);
      await look();
      await walker.answer(APPLICATION, ["Send the application"], /sent|received/iu);
      await look();
      return null;
    },
  },
  {
    what: "the pages as another role has them, which can send nothing",
    who: HUB_LEAD,
    async walk(walker, look) {
      await walker.comesBy("/read-as");
      await walker.answer([[/^As whom/u, "Hub coordinator"]], ["Start reading"], /^Today/u);
      await look();
      await walker.comesBy("/letters/new");
      await look();
      await walker.press(/^Stop/u);
      await look();
      return null;
    },
  },
  {
    what: "what was typed into a sign-in that ran out, and the end of one",
    who: HUB_LEAD,
    async walk(walker, look, world) {
      await walker.comesBy("/letters/new");
      await walker.page.getByLabel("What is it about?").fill("A day for your diary");
      await world.store.owner.query(
        `update sessions set seen_at = seen_at - interval '61 minutes'
           where id = (select id from sessions order by seen_at desc limit 1)`,
      );
      await walker.press("Look at it first");
      await look();
      await walker.press("Sign in", walker.page.getByRole("main"));
      await walker.press(HUB_LEAD);
      await look();
      await walker.sees("You are signed in");
      await walker.press("Sign out");
      await look();
      return null;
    },
  },
];
