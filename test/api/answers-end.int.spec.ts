// Links in letters come to an end: a letter that was passed on, somebody who is not the contact, who has been replaced,
// who was erased. Through the real API, worker and PostgreSQL.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { Browser } from "../support/browser.ts";
import { eventually } from "../workflows/service.ts";
import { another, answersWorld, done, HERE, NAME, THERE, type AnswersWorld } from "./answers-world.ts";
import { recordOutput } from "./api-under-test.ts";

const output = recordOutput();
let world: AnswersWorld;
const linkOf: AnswersWorld["linkOf"] = (...of) => world.linkOf(...of);
const look: AnswersWorld["look"] = (url) => world.look(url);
const answer: AnswersWorld["answer"] = (...given) => world.answer(...given);
const eventsOf: AnswersWorld["eventsOf"] = (journey) => world.eventsOf(journey);
const nothingDone: AnswersWorld["nothingDone"] = (work) => world.nothingDone(work);

beforeAll(async () => {
  world = await answersWorld();
}, 90_000);

afterAll(async () => {
  await world?.whole.stop();
  const said = output.end();
  expect(world.secrets.length).toBeGreaterThan(5);
  for (const secret of world.secrets) expect(said).not.toContain(secret);
  expect(said).not.toContain(NAME);
}, 60_000);

describe("A letter that was passed on", () => {
  it("answers until the hub revokes its links; the next letter has others", async () => {
    const link = await linkOf(done("gap-task-2"));
    const path = `/api/v1/journeys/${HERE}`;
    const listed = (await world.whole.api.get(`${path}/answer-links`)).body["items"] as { person: string }[];
    expect(listed).toContainEqual(expect.objectContaining({ person: "teacher-1", what: "done", about: "gap-task-2" }));
    expect(JSON.stringify(listed)).not.toContain(link.slice(-43));
    const preview = await world.whole.api.post(`${path}/revoke-answer-links?preview=true`, { person: "teacher-1" });
    expect([preview.status, preview.body["preview"]]).toEqual([200, true]);
    expect((await look(link)).status).toBe(200);
    const elsewhere = { as: { role: "hub-lead", who: "p-9", hub: "far-south" } } as const;
    const bySchool = { as: { role: "school-contact", who: "s-1", urns: ["100001"] } } as const;
    const revoke = (body: object, send: object = {}) => world.whole.api.post(`${path}/revoke-answer-links`, body, send);
    expect((await revoke({ person: "teacher-1" }, elsewhere)).status).toBe(404);
    expect((await revoke({ person: "teacher-1" }, bySchool)).status).toBe(403);
    expect((await revoke({ person: "nobody" })).body["code"]).toBe("unknown-participant");
    expect((await revoke({ person: "teacher-1" })).status).toBe(200);
    await nothingDone(async () => {
      const page = await answer(link, { on: "2020-10-09" }, "done");
      expect([page.status, page.text.includes("has put an end to this link")]).toEqual([410, true]);
    });
    const next = await linkOf(done("gap-task-2"));
    expect([next === link, (await look(next)).status]).toEqual([false, 200]);
    expect((await look(await linkOf(done("gap-task-2"), "teacher-1", THERE))).status).toBe(200);
  }, 30_000);

  it("is revoked on a page of the hub's, too", async () => {
    await linkOf(done("gap-task-2"), "teacher-2");
    const lead = await Browser.signedIn(world.whole.api.origin, "hub-lead.great-north");
    expect((await lead.go(`/journeys/${HERE}`)).text).toContain(`/journeys/${HERE}/answer-links`);
    const page = await lead.go(`/journeys/${HERE}/answer-links`);
    expect(page.text).toContain(`${NAME} Example`);
    const [, token = ""] = /name="token" value="([^"]+)"/u.exec(page.text) ?? [];
    const after = await lead.go(`/journeys/${HERE}/answer-links`, { token, key: "page-revoke.1", person: "teacher-2" });
    expect(after.text).toContain("These links answer nothing any more.");
    const school = await Browser.signedIn(world.whole.api.origin, "school-contact.100001");
    expect((await school.go(`/journeys/${HERE}/answer-links`)).status).toBe(403);
  }, 30_000);
});

describe("It is not me", () => {
  it("stops letters for this school alone, opens the hub's task, and ends the other links of this person", async () => {
    const other = await linkOf(done("gap-task-2"), "teacher-1");
    expect((await answer(await linkOf({ what: "not-me" }), {}, "not-me")).text).toContain(
      "do not come to you any more",
    );
    const told = (await eventsOf()).filter(({ type }) => type === "ContactStopped" || type === "TaskOpened").slice(-2);
    expect(told).toMatchObject([{ data: { person: "teacher-1" } }, { data: { about: "contact" } }]);
    expect((await look(other)).status).toBe(410);
    expect((await eventsOf(THERE)).some(({ type }) => type === "ContactStopped")).toBe(false);
    expect((await look(await linkOf(done("gap-task-2"), "teacher-1", THERE))).status).toBe(200);
  }, 30_000);

  it("is taken back by the hub", async () => {
    const event = (await eventsOf()).find(({ type }) => type === "ContactStopped")?.seq;
    const reason = "It was a mistake";
    expect((await world.whole.api.post(`/api/v1/journeys/${HERE}/correct-record`, { event, reason })).status).toBe(200);
    expect((await look(await linkOf(done("gap-task-2")))).status).toBe(200);
  }, 30_000);
});

describe("The links of somebody", () => {
  it("who has been replaced do nothing any more", async () => {
    const link = await linkOf(done("gap-task-2"), "teacher-1", THERE);
    expect(
      (await world.whole.api.post(`/api/v1/journeys/${THERE}/release-participant`, { participant: "teacher-1" }))
        .status,
    ).toBe(200);
    await nothingDone(async () => expect((await answer(link, { on: "2020-10-09" }, "done")).status).toBe(410));
    const noted = { who: "teacher-1", about: `journey ${THERE}`, code: "gone" };
    // It is noted beside the answer, which does not wait for it.
    await eventually(async () => expect((await world.turnedAway()).at(-1)).toMatchObject(noted));
  }, 30_000);

  it("who was erased do nothing any more", async () => {
    const link = await linkOf(another("gap-task-2"), "teacher-2", THERE);
    const token = { as: { role: "hub-lead", who: "p-1", hub: "great-north", recent: true } } as const;
    const erased = await world.whole.api.post("/api/v1/people/teacher-2/erasure", { reason: "Asked for it" }, token);
    expect(erased.status).toBe(200);
    await nothingDone(async () => {
      const page = await answer(link, {}, "ask");
      expect([page.status, page.text.includes("somebody who is not a contact")]).toEqual([410, true]);
    });
  }, 30_000);
});
