// Letters of two schools that the same people are at, with the links in them: for tests of answering without a sign-in.

import { expect } from "@jest/globals";
import { codeOf, type Thing } from "../../libs/letters/answers.ts";
import { linksFor } from "../../libs/people/answer-links.ts";
import { putContact, putPerson } from "../../libs/people/people.ts";
import { Browser, type Page } from "../support/browser.ts";
import { putJourney } from "../support/journeys.ts";
import { startWhole, type WholeService } from "./whole-service.ts";

export const NAME = "Zephyrine";
export const HERE = "100001-primary";
export const THERE = "100002-primary";
const PEOPLE = ["teacher-1", "teacher-2", "head-1"];

export const done = (commitment: string): Thing => ({ what: "done", academicYear: "2020/21", commitment });
export const another = (commitment: string): Thing => ({ what: "another-date", academicYear: "2020/21", commitment });

export interface Kept {
  type: string;
  data: Record<string, unknown>;
  actor: { who: string; role: string; via?: string };
  seq: number;
}

export interface AnswersWorld {
  whole: WholeService;
  /** The keys in all links so far. */
  secrets: string[];
  linkOf(thing: Thing, person?: string, journey?: string): Promise<string>;
  stranger(): Browser;
  look(url: string): Promise<Page>;
  answer(url: string, typed: Record<string, string>, act?: string): Promise<Page>;
  eventsOf(journey?: string): Promise<Kept[]>;
  nothingDone(work: () => Promise<unknown>): Promise<void>;
  turnedAway(): Promise<{ who: string | null; about: string | null; code: string }[]>;
}

/** In October 2020, both schools in their Readiness year. */
export async function answersWorld(): Promise<AnswersWorld> {
  const whole = await startWhole("2020-10-12T08:00:00Z");
  const { store, api } = whole;
  const secrets: string[] = [];
  for (const id of PEOPLE)
    await putPerson(store.app, { id, firstName: NAME, lastName: "Example", email: `${id}.canary@example.org` });
  for (const urn of ["100001", "100002"]) {
    const until = "2020-10-12T00:00:00Z";
    const journey = await putJourney(store, { urn, hub: "great-north", workGroup: "wg-1", until });
    for (const person of PEOPLE)
      await putContact(store.app, { journey, role: person === "head-1" ? "headteacher" : "lead-teacher", person });
  }
  const stranger = (): Browser => new Browser(api.origin);
  /** What was asked and what happened from letters; time goes on beside it. */
  const deeds = async (): Promise<string> =>
    JSON.stringify(
      await store.app.query(
        `select (select count(*) from events where actor->>'via' = 'letter')::int as events,
           (select count(*) from commands where principal = any($1::text[]))::int as commands`,
        [PEOPLE],
      ),
    );
  return {
    whole,
    secrets,
    stranger,
    async linkOf(thing, person = "teacher-1", journey = HERE) {
      const deps = { dataSource: store.app, publicUrl: api.origin };
      const url = (await linksFor(deps, { journey, person, things: [thing] })).get(codeOf(thing)) ?? "";
      expect(url).toMatch(/\/answer\/[\w-]{43}$/u);
      secrets.push(url.slice(-43));
      return url;
    },
    look: (url) => stranger().go(url),
    async answer(url, typed, act) {
      const page = await stranger().go(url);
      const [, key = "00000000.1"] = /name="key" value="([^"]+)"/u.exec(page.text) ?? [];
      return stranger().go(url, { key, ...(act !== undefined && { act }), ...typed });
    },
    eventsOf: (journey = HERE) =>
      store.app.query<Kept[]>("select type, data, actor, seq from events where stream = $1 order by seq", [
        `journey/${journey}`,
      ]),
    async nothingDone(work) {
      const before = await deeds();
      await work();
      expect(await deeds()).toBe(before);
    },
    turnedAway: () =>
      store.app.query("select who, about, code from security_events where what = 'answer-refused' order by no"),
  };
}
