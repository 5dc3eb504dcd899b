// Who is let in: the tokens of the sign-in, and how often one may ask.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { exportJWK, generateKeyPair, importJWK, SignJWT, UnsecuredJWT, type CryptoKey, type JWTPayload } from "jose";
import { freePort } from "../../apps/cli/setup/ports.ts";
import { Browser } from "../support/browser.ts";
import { putJourney } from "../support/journeys.ts";
import type { Who } from "../support/sign-in.ts";
import { freshStore, type TestStore } from "../support/store.ts";
import { HUB_LEAD, recordOutput, startApi, type ApiOptions, type ApiUnderTest } from "./api-under-test.ts";

const output = recordOutput();
let store: TestStore;
let api: ApiUnderTest;
let temporalAddress: string;

beforeAll(async () => {
  store = await freshStore();
  const until = "2020-12-01";
  await putJourney(store, { urn: "100001", hub: "great-north", workGroup: "wg-1", until });
  await putJourney(store, { urn: "100002", hub: "far-south", workGroup: "wg-1", until });
  await putJourney(store, { urn: "100003", hub: "great-north", workGroup: "wg-2", until });
  await putJourney(store, {
    urn: "100004",
    hub: "great-north",
    workGroup: "wg-2",
    until,
    more: [
      {
        event: { type: "SchoolSucceeded", at: "2020-12-01T09:00:00Z", urn: "900004", was: "100004" },
        actor: { who: "p-1", role: "hub-lead" },
        commandId: "c-1",
      },
    ],
  });
  temporalAddress = `127.0.0.1:${await freePort()}`;
  api = await startApi({
    databaseUrl: store.appUrl,
    temporalAddress,
    startsAt: "2020-12-02T08:00:00Z",
    commandTimeoutMs: 500,
  });
}, 60_000);

afterAll(async () => {
  await api?.stop();
  await store?.close();
  output.end();
}, 30_000);

describe("a token", () => {
  const claims = { role: "hub-lead", hub: "great-north" };
  const good = { iss: () => api.signIn.issuer, aud: "school-journeys", sub: "p-1" };
  const signed = (
    payload: JWTPayload,
    more: {
      key?: CryptoKey;
      kid?: string;
      iss?: string;
      aud?: string;
      sub?: string;
      exp?: string | null;
      nbf?: string;
      typ?: string | null;
      iat?: string | null;
    } = {},
  ): Promise<string> => {
    const own = api.signIn.secrets.key;
    const jwt = new SignJWT({ ...claims, ...payload })
      .setProtectedHeader({
        alg: "ES256",
        kid: more.kid ?? own.kid ?? "",
        ...(more.typ !== null && { typ: more.typ ?? "at+jwt" }),
      })
      .setIssuer(more.iss ?? good.iss())
      .setAudience(more.aud ?? good.aud);
    if (more.iat !== null) jwt.setIssuedAt(more.iat);
    if (more.sub !== "") jwt.setSubject(more.sub ?? good.sub);
    if (more.exp !== null) jwt.setExpirationTime(more.exp ?? "1h");
    if (more.nbf !== undefined) jwt.setNotBefore(more.nbf);
    return Promise.resolve(more.key ?? importJWK(own, "ES256")).then((key) => jwt.sign(key));
  };
  const answer = async (token: string) => {
    const { status, body, headers } = await api.get("/api/v1/journeys", { token });
    return [status, body["code"] ?? "ok", headers.get("www-authenticate")];
  };

  it("of the sign-in is let in, a little early too", async () => {
    expect((await answer(await signed({})))[0]).toBe(200);
    expect((await answer(await signed({}, { nbf: "3s" })))[0]).toBe(200);
    expect((await answer(await signed({}, { exp: "-3s" })))[0]).toBe(200);
    expect((await answer(await signed({}, { typ: "application/at+jwt", exp: "11h" })))[0]).toBe(200);
  });

  it("of another issuer, for another audience, expired, not yet good, without an end or a subject is 401", async () => {
    const bad = [
      await signed({}, { iss: "http://127.0.0.1:1" }),
      await signed({}, { iss: `${api.signIn.issuer}/` }),
      await signed({}, { aud: "another-service" }),
      await signed({}, { exp: "-1m" }),
      await signed({}, { nbf: "1m" }),
      await signed({}, { exp: null }),
      await signed({}, { sub: "" }),
      // An ID token, or one that says nothing of what it is for; of no known age, of tomorrow, good for days.
      await signed({}, { typ: "JWT" }),
      await signed({}, { typ: null }),
      await signed({}, { iat: null }),
      await signed({}, { iat: "1m", exp: "2h" }),
      await signed({}, { exp: "13h" }),
      await signed({}, { iat: "-13h", exp: "5m" }),
    ];
    for (const token of bad)
      expect(await answer(token)).toEqual([
        401,
        "unauthenticated",
        'Bearer realm="school-journeys", error="invalid_token"',
      ]);
  });

  it("signed with nothing, with another key, with a shared secret, or changed afterwards is 401", async () => {
    const { privateKey, publicKey } = await generateKeyPair("ES256", { extractable: true });
    const none = new UnsecuredJWT({ ...claims })
      .setIssuer(good.iss())
      .setAudience(good.aud)
      .setSubject("p-1")
      .setExpirationTime("1h")
      .encode();
    // The oldest trick: the public key taken for a secret.
    const publicHalf = new TextEncoder().encode(JSON.stringify(await exportJWK(publicKey)));
    const shared = await new SignJWT({ ...claims })
      .setProtectedHeader({ alg: "HS256", kid: api.signIn.secrets.key.kid ?? "" })
      .setIssuer(good.iss())
      .setAudience(good.aud)
      .setSubject("p-1")
      .setExpirationTime("1h")
      .sign(publicHalf);
    const [head, body, signature] = (await signed({})).split(".");
    const changed = Buffer.from(
      JSON.stringify({ ...(JSON.parse(Buffer.from(body ?? "", "base64url").toString()) as object), hub: "far-south" }),
    ).toString("base64url");
    const bad = [
      none,
      shared,
      await signed({}, { key: privateKey }),
      await signed({}, { key: privateKey, kid: "unknown" }),
      `${head}.${changed}.${signature}`,
      "abc",
      "a.b.c",
    ];
    for (const token of bad) expect((await answer(token)).slice(0, 2)).toEqual([401, "unauthenticated"]);
  });

  it("that is good but gives nothing here is 403", async () => {
    for (const payload of [{ role: "king" }, { role: "service" }, { hub: undefined }, { hub: "Great North" }]) {
      expect((await answer(await signed(payload))).slice(0, 2)).toEqual([403, "forbidden"]);
    }
    expect((await answer(await signed({}, { sub: "ada@example.org" }))).slice(0, 2)).toEqual([403, "forbidden"]);
  });

  it("cannot be looked at while the sign-in is away: 503", async () => {
    const alone = await startApi({
      databaseUrl: store.appUrl,
      temporalAddress,
      startsAt: api.now(),
      commandTimeoutMs: 500,
    });
    try {
      const token = await alone.signIn.token(HUB_LEAD);
      await alone.signIn.stop();
      const away = await alone.get("/api/v1/journeys", { token });
      expect([away.status, away.body["code"], away.headers.get("retry-after")]).toEqual([503, "unavailable", "2"]);
      expect((await alone.get("/api/v1/journeys", { as: null })).status).toBe(401);
    } finally {
      await alone.stop();
    }
  }, 20_000);

  it("of a sign-in too old is told what is missing, where money or an erasure is asked (RFC 9470)", async () => {
    const of = (minutesAgo: number): Promise<string> =>
      signed({ auth_time: Math.floor(Date.now() / 1_000) - minutesAgo * 60 });
    const put = async (token: string) => {
      const body = { allocatedPence: 5_000_000 };
      const { status, headers } = await api.put("/api/v1/hubs/great-north/budgets/2020-21", body, { token });
      return [status, headers.get("www-authenticate")];
    };
    expect(await put(await of(14))).toEqual([200, null]);
    expect(await put(await signed({}))).toEqual([200, null]);
    expect(await put(await of(16))).toEqual([
      401,
      'Bearer realm="school-journeys", error="insufficient_user_authentication", max_age="900"',
    ]);
    const erase = await api.post("/api/v1/people/p-1/erasure", { reason: "Asked" }, { token: await of(16) });
    expect(erase.body).toMatchObject({ status: 401, code: "unauthenticated" });
    const approve = await api.post("/api/v1/journeys/100001-primary/approve-grant", {}, { token: await of(16) });
    expect(approve.body).toMatchObject({ status: 401, code: "unauthenticated" });
    expect((await api.get("/api/v1/hubs/great-north/budgets", { token: await of(16) })).status).toBe(200);
  }, 20_000);

  it("is asked for before a body is looked at", async () => {
    expect((await api.post("/api/v1/applications", "{bad", { as: null })).status).toBe(401);
    expect((await api.post("/api/v1/applications", "a".repeat(200_000), { as: null })).status).toBe(401);
  });
});

describe("who asks too often", () => {
  const limited = (more: Partial<ApiOptions>): Promise<ApiUnderTest> =>
    startApi({
      databaseUrl: store.appUrl,
      temporalAddress,
      startsAt: api.now(),
      commandTimeoutMs: 500,
      rateLimits: { signedIn: 100, anyone: 12 },
      ...more,
    });
  const statuses = async (times: number, ask: () => Promise<{ status: number }>): Promise<number[]> => {
    const all: number[] = [];
    for (let time = 0; time < times; time += 1) all.push((await ask()).status);
    return all;
  };

  it("is counted by person at the console, with their tokens, however many share their address", async () => {
    const strict = await limited({ rateLimits: { signedIn: 8, anyone: 100 } });
    try {
      const lead = await Browser.signedIn(strict.origin, "hub-lead.great-north"); // and its first page: one
      const other = await Browser.signedIn(strict.origin, "hub-coordinator.great-north");
      const { text } = await lead.go("/sessions");
      expect(text).toContain("One sign-in");
      const token = { role: "hub-lead", who: "hub-lead.great-north", hub: "great-north" } as const;
      expect(await statuses(6, () => strict.get("/api/v1/prospectuses", { as: token }))).toEqual(Array(6).fill(200));
      const tooMuch = await lead.go("/sessions");
      expect([tooMuch.status, Number(tooMuch.headers.get("retry-after")) > 0]).toEqual([429, true]);
      expect((await other.go("/sessions")).status).toBe(200);
      expect((await new Browser(strict.origin).go("/")).status).toBe(200);
    } finally {
      await strict.stop();
    }
  }, 20_000);

  it("is counted by the address that a trusted proxy tells, and by no address that anybody else tells", async () => {
    const from = (origin: ApiUnderTest, forwarded: string) => () =>
      origin.get("/api/v1/prospectuses", { as: null, headers: { "x-forwarded-for": forwarded } });
    const behind = await limited({ trustedProxies: ["127.0.0.0/8"] });
    const open = await limited({});
    try {
      expect((await statuses(13, from(behind, "203.0.113.7"))).at(-1)).toBe(429);
      expect(await statuses(1, from(behind, "203.0.113.8"))).toEqual([401]);
      // What a stranger puts before what the proxy adds is nobody's word.
      expect(await statuses(1, from(behind, "198.51.100.1, 203.0.113.7"))).toEqual([429]);
      let times = 0;
      const forged = () => from(open, `203.0.113.${(times += 1)}`)();
      expect((await statuses(13, forged)).at(-1)).toBe(429);
    } finally {
      await behind.stop();
      await open.stop();
    }
  }, 20_000);

  it("pays more for what is dear", async () => {
    const strict = await limited({});
    const path = "/api/v1/hubs/great-north/calendar";
    try {
      expect(await statuses(11, () => strict.get(path, { as: HUB_LEAD }))).toEqual([...Array(10).fill(200), 429]);
      const other = { ...HUB_LEAD, who: "p-2" };
      const file = () => strict.post("/api/v1/hubs/great-north/bulk-applications", {}, { as: other });
      expect(await statuses(3, file)).toEqual([415, 415, 429]);
      expect(await statuses(2, () => strict.get("/calendars/none.ics", { as: null }))).toEqual([404, 429]);
    } finally {
      await strict.stop();
    }
  }, 20_000);

  it("is told when to come back: a person by themselves, strangers by address; health is not counted", async () => {
    const strict = await startApi({
      databaseUrl: store.appUrl,
      temporalAddress,
      startsAt: api.now(),
      commandTimeoutMs: 500,
      rateLimits: { signedIn: 3, anyone: 2 },
    });
    try {
      const asked = async (as: Who | null, times: number) => {
        const statuses: number[] = [];
        for (let time = 0; time < times; time += 1)
          statuses.push((await strict.get("/api/v1/prospectuses", { as })).status);
        return statuses;
      };
      expect(await asked(HUB_LEAD, 4)).toEqual([200, 200, 200, 429]);
      expect(await asked({ ...HUB_LEAD, who: "p-2" }, 1)).toEqual([200]);
      expect(await asked(null, 3)).toEqual([401, 401, 429]);
      const limited = await strict.get("/api/v1/journeys", { as: HUB_LEAD });
      expect([limited.status, limited.headers.get("content-type")]).toEqual([429, "application/problem+json"]);
      expect(limited.body).toMatchObject({ code: "rate-limited", status: 429 });
      expect(Number(limited.headers.get("retry-after"))).toBeGreaterThan(0);
      expect(Number(limited.headers.get("retry-after"))).toBeLessThanOrEqual(60);
      for (let time = 0; time < 5; time += 1) expect((await strict.get("/health/live", { as: null })).status).toBe(200);
    } finally {
      await strict.stop();
    }
  }, 20_000);
});
