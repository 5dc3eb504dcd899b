// A school that is interested before it can apply, on the whole service: its hub sets a window afterwards, and it is
// invited once.

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { Client, Connection } from "@temporalio/client";
import { makeTellWindows } from "../../activities/tell-windows.ts";
import { INTEREST_EXAMPLE } from "../support/examples.ts";
import { untoldWindows } from "../../libs/store/hubs/windows.ts";
import { eventually } from "../workflows/service.ts";
import { ok, recordOutput, type ApiUnderTest } from "./api-under-test.ts";
import { startWhole, type WholeService } from "./whole-service.ts";

const NEXT_YEAR = "2021-22/primary-readiness";
const WINDOWS = "/api/v1/hubs/great-north/windows";
const output = recordOutput();
let whole: WholeService;
let api: ApiUnderTest;
let connection: Connection;
let tell: () => Promise<number>;

beforeAll(async () => {
  whole = await startWhole();
  ({ api } = whole);
  connection = await Connection.connect({ address: whole.temporal.address });
  const tellWindows = makeTellWindows({
    dataSource: whole.store.app,
    client: new Client({ connection, namespace: whole.temporal.namespace }),
  });
  tell = () => tellWindows({ now: api.now() });
}, 60_000);

afterAll(async () => {
  await connection?.close();
  await whole?.stop();
  output.end();
}, 30_000);

const express = async (urn: string, prospectus: string) =>
  ok(
    await api.post("/api/v1/interests", {
      ...INTEREST_EXAMPLE,
      prospectus,
      school: { ...INTEREST_EXAMPLE.school, urn },
    }),
    201,
  );
const typesOf = async (urn: string): Promise<string[]> =>
  (ok(await api.get(`/api/v1/journeys/${urn}-primary/events`))["items"] as { type: string }[])
    .map(({ type }) => type)
    .filter((type) => type !== "EffectPerformed");
const letters = (urn: string): string[] =>
  whole.service.outbox.filter(({ text }) => text.includes(urn)).map(({ subject }) => subject);

it("is told of a window its hub sets afterwards, and invited once, whatever is done twice", async () => {
  expect(await express("300001", NEXT_YEAR)).toMatchObject({ status: "interested" });
  await express("300002", "2021-22/primary-development");
  expect(ok(await api.get("/api/v1/journeys/300001-primary"))["next"]).toMatchObject({ at: "2021-01-01T00:00:00Z" });
  expect(await tell()).toBe(0);

  ok(await api.put(`${WINDOWS}/${NEXT_YEAR}`, { opensOn: "2020-06-01", closesOn: "2020-07-31" }));
  expect((await untoldWindows(whole.store.app, 10)).map(({ journey }) => journey)).toEqual(["300001-primary"]);
  // Two at once, and one after the other: the same command.
  await Promise.all([tell(), tell()]);
  expect(await tell()).toBe(0);
  await eventually(async () => expect(letters("300001")).toHaveLength(1));
  expect(await typesOf("300001")).toEqual(["InterestExpressed", "WindowNoted", "ApplicationInvited", "LettersDue"]);
  expect(await typesOf("300002")).toEqual(["InterestExpressed"]);
  const letter = whole.service.outbox.find(({ text }) => text.includes("300001"));
  expect(letter?.subject).toMatch(/^You can apply now: .*2021\/22$/u);
  expect(letter?.text).toMatch(/Please apply by the end of Friday 31\s+July 2020/u);
  // Nobody waits for ever: with no window to come, the interest ends on 31 October of the year it is in.
  expect(ok(await api.get("/api/v1/journeys/300001-primary"))).toMatchObject({
    status: "interested",
    next: { at: "2021-10-31T23:59:59Z", what: "the wait ends with nothing come of it, 2021-10-31 23:59" },
  });

  ok(await api.put(`${WINDOWS}/${NEXT_YEAR}`, { opensOn: "2020-06-01", closesOn: "2020-08-15" }));
  expect(await tell()).toBe(1);
  expect(await typesOf("300001")).toEqual(["InterestExpressed", "WindowNoted", "ApplicationInvited", "LettersDue"]);
  expect(letters("300001")).toHaveLength(1);
}, 60_000);

it("is invited at once where the window is open when it tells of its interest", async () => {
  await express("300003", NEXT_YEAR);
  await eventually(async () => expect(letters("300003")).toHaveLength(1));
  expect(await typesOf("300003")).toEqual(["InterestExpressed", "ApplicationInvited", "LettersDue"]);
}, 30_000);
