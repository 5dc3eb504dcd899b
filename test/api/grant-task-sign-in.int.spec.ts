// What becomes of a grant is money, also where it is a task: it asks for a sign-in of the last quarter of an hour.

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { importJWK, SignJWT } from "jose";
import { freePort } from "../../apps/cli/setup/ports.ts";
import { putJourney } from "../support/journeys.ts";
import { freshStore, type TestStore } from "../support/store.ts";
import { recordOutput, startApi, type ApiUnderTest } from "./api-under-test.ts";

const GRANT_TASK = "2020/21/development-grant-paid-before";
const output = recordOutput();
let store: TestStore;
let api: ApiUnderTest;

beforeAll(async () => {
  store = await freshStore();
  const asked = {
    type: "TaskOpened",
    at: "2020-12-01T09:00:00Z",
    task: GRANT_TASK,
    about: "grant",
    commitment: null,
    dueOn: "2020-12-15",
    grant: { stage: "development", academicYear: "2020/21", cause: "paid-before", paid: false },
  } as const;
  const more = [{ event: asked, actor: { who: "service", role: "service" as const }, commandId: null }];
  await putJourney(store, { urn: "100001", hub: "great-north", workGroup: "wg-1", until: "2020-12-01", more });
  // No Temporal: what gets past the sign-in is 503.
  const temporalAddress = `127.0.0.1:${await freePort()}`;
  const startsAt = "2020-12-02T08:00:00Z";
  api = await startApi({ databaseUrl: store.appUrl, temporalAddress, startsAt, commandTimeoutMs: 500 });
}, 60_000);

afterAll(async () => {
  await api?.stop();
  await store?.close();
  output.end();
}, 30_000);

/** A hub lead's token, who signed in so many minutes ago. */
async function signedIn(minutesAgo: number): Promise<string> {
  const { issuer, secrets } = api.signIn;
  const authTime = Math.floor(Date.now() / 1_000) - minutesAgo * 60;
  return new SignJWT({ role: "hub-lead", hub: "great-north", auth_time: authTime })
    .setProtectedHeader({ alg: "ES256", kid: secrets.key.kid ?? "", typ: "at+jwt" })
    .setIssuer(issuer)
    .setAudience("school-journeys")
    .setSubject("p-1")
    .setIssuedAt()
    .setExpirationTime("1h")
    .sign(await importJWK(secrets.key, "ES256"));
}

it("a decision on it, not a look at what would come of it, nor one on a promise", async () => {
  const [old, recent] = [await signedIn(16), await signedIn(14)];
  const decide = async (task: string, token: string, preview = false) => {
    const body = { task, decision: "release", reason: "Never paid before" };
    const query = preview ? "?preview=true" : "";
    return (await api.post(`/api/v1/journeys/100001-primary/decide-task${query}`, body, { token })).body;
  };
  expect(await decide(GRANT_TASK, old)).toMatchObject({ status: 401, code: "unauthenticated" });
  expect(await decide(GRANT_TASK, recent)).toMatchObject({ status: 503, code: "unavailable" });
  expect(await decide(GRANT_TASK, old, true)).not.toMatchObject({ code: "unauthenticated" });
  expect(await decide("2020/21/report", old)).not.toMatchObject({ code: "unauthenticated" });
  // Of several schools at once it is not said of each of them, but asked for once.
  const all = { workGroup: "wg-1", task: GRANT_TASK, decision: "release", reason: "Never paid before" };
  expect((await api.post("/api/v1/tasks/decide", all, { token: old })).status).toBe(401);
}, 30_000);
