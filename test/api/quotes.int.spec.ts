// What schools said at the end of their years, as a hub lead may pass it on: quotes in which nobody can be told, and
// nothing else. PostgreSQL alone is there.

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { freePort } from "../../apps/cli/setup/ports.ts";
import { putText } from "../../libs/people/people.ts";
import type { NewEvent } from "../../libs/store/events/event-store.ts";
import { Browser } from "../support/browser.ts";
import { putJourney } from "../support/journeys.ts";
import type { Who } from "../support/sign-in.ts";
import { freshStore, lifeOf, type TestStore } from "../support/store.ts";
import { ok, recordOutput, startApi, type ApiUnderTest } from "./api-under-test.ts";

const UNTIL = "2021-06-10T08:00:00Z";
const NOW = "2021-07-05T12:00:00Z";
const READINESS = "2020-21/primary-readiness";
const PATH = "/api/v1/hubs/great-north/quotes";
const LEAD: Who = { role: "hub-lead", who: "lead-1", hub: "great-north" };
const output = recordOutput();
let store: TestStore;
let api: ApiUnderTest;

/** A school that has answered two questions at its year's end, and the quotes that were made of them. */
async function school(urn: string, hub: string, quotes: readonly (readonly [string, string, string])[]): Promise<void> {
  const life = lifeOf("exemplary", urn).filter(({ event }) => event.at < UNTIL);
  const by = life.at(-1) as NewEvent;
  const answer = life.length + 1;
  const answers = [
    { question: "vision", answerId: `${urn}-a1` },
    { question: "together", answerId: `${urn}-a2` },
  ];
  const said = { type: "ReportSubmitted", at: "2021-06-15T09:00:00Z", on: "2021-06-15", answers } as const;
  const made = quotes.map(([question, quoteId]) => {
    const event = {
      type: "AnswerQuoted",
      at: "2021-07-01T09:00:00Z",
      answer,
      question,
      prospectus: READINESS,
      quoteId,
    };
    return { ...by, commandId: null, event } as NewEvent;
  });
  const more: NewEvent[] = [{ ...by, commandId: null, event: said } as NewEvent, ...made];
  const owner = `journey/${urn}-primary`;
  for (const [, id, body] of quotes) await putText(store.app, { id, owner, body });
  for (const { answerId } of answers)
    await putText(store.app, { id: answerId, owner, body: "Mrs Example of ours said it." });
  await putJourney(store, { urn, hub, workGroup: "wg-1", behaviour: "exemplary", until: UNTIL, more });
}

beforeAll(async () => {
  store = await freshStore();
  await school("100001", "great-north", [
    ["vision", "q-1", "Every pupil in every lesson, said Mrs Example."],
    ["vision", "q-2", "We want every pupil to take part."],
  ]);
  await school("100002", "great-north", [["together", "q-3", "Assistants plan with us."]]);
  await school("100003", "far-south", [["vision", "q-4", "Of another hub."]]);
  api = await startApi({
    databaseUrl: store.appUrl,
    temporalAddress: `127.0.0.1:${await freePort()}`,
    startsAt: NOW,
    commandTimeoutMs: 500,
  });
}, 60_000);
afterAll(async () => {
  await api?.stop();
  await store?.close();
  output.end();
}, 30_000);

it("quotes come with programme and question alone, the latest of each answer, never with a school", async () => {
  const answer = ok(await api.get(PATH, { as: LEAD }));
  expect(answer).toEqual({
    items: [
      {
        prospectus: READINESS,
        question: "together",
        asked: "How do teachers and assistants learn together now?",
        quote: "Assistants plan with us.",
      },
      {
        prospectus: READINESS,
        question: "vision",
        asked: "What is your vision for teaching for mastery?",
        quote: "We want every pupil to take part.",
      },
    ],
    next: null,
  });
  expect(JSON.stringify(answer)).not.toMatch(/10000\d|Example|another hub/u);
});

it("they are the hub lead's, of the own hub", async () => {
  const code = async (as: Who) => (await api.get(PATH, { as })).body["code"];
  expect(await code({ ...LEAD, role: "hub-coordinator" })).toBe("forbidden");
  expect(await code({ ...LEAD, hub: "far-south" })).toBe("not-found");
});

it("and stand on a page of the console, with the way to it", async () => {
  const browser = await Browser.signedIn(api.origin, "hub-lead.great-north");
  expect((await browser.go("/more")).text).toContain("What schools said");
  const page = await browser.go("/quotes");
  expect(page.text).toContain("We want every pupil to take part.");
  expect(page.text).not.toMatch(/said Mrs Example|100001/u);
});
