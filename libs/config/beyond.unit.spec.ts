import { describe, expect, it } from "@jest/globals";
import { dangersBeyond, isBeyondThisMachine, type Exposed } from "./beyond.ts";

const KEY = "bG9jYWwtbG9jYWwtbG9jYWwtbG9jYWwtbG9jYWwtMzI=";
/** All that is good enough for one's own machine. */
const AT_HOME: Exposed = {
  host: "127.0.0.1",
  publicUrl: "http://localhost:3000",
  issuer: "http://127.0.0.1:3001",
  webhookLoopback: true,
  peopleKeys: [Buffer.alloc(32, 1), Buffer.from(KEY, "base64")],
  databaseUrls: ["postgres://journeys_app:local-app@postgres:5432/journeys"],
};
const SAFE: Exposed = {
  host: "0.0.0.0",
  publicUrl: "https://journeys.example",
  issuer: "https://sign-in.example",
  webhookLoopback: false,
  peopleKeys: [Buffer.alloc(32, 1)],
  databaseUrls: ["postgres://journeys_app:r4nd0m@postgres:5432/journeys"],
};
const named = (exposed: Exposed): string[] =>
  dangersBeyond(exposed).map(({ variable, detail }) => (detail.startsWith(`${variable} `) ? variable : detail));

describe("beyond this machine", () => {
  it.each<Partial<Exposed>>([
    { host: "0.0.0.0" },
    { host: "::" },
    { host: "192.168.0.7" },
    { publicUrl: "https://journeys.example" },
    { publicUrl: "http://127.0.0.1.example" },
    { issuer: "https://sign-in.example" },
  ])("is %j", (where) => expect(isBeyondThisMachine({ ...AT_HOME, ...where })).toBe(true));

  it.each<Partial<Exposed>>([
    {},
    { host: undefined, publicUrl: undefined, issuer: undefined },
    { host: "::1", publicUrl: "http://[::1]:3000" },
    { host: "localhost", issuer: "http://127.8.9.10:1" },
  ])("is not %j, where all is good enough", (where) => expect(dangersBeyond({ ...AT_HOME, ...where })).toEqual([]));

  it("names all that would be a danger at once", () => {
    const all = ["PUBLIC_URL", "OIDC_ISSUER", "PEOPLE_KEY", "DATABASE_URL", "WEBHOOK_LOOPBACK"];
    expect(named({ ...AT_HOME, host: "0.0.0.0" })).toEqual(all);
    expect(named({ ...AT_HOME, publicUrl: "http://journeys.example" })).toEqual(all);
    expect(named(SAFE)).toEqual([]);
  });

  it.each<[Partial<Exposed>, string]>([
    [{ publicUrl: "http://journeys.example" }, "PUBLIC_URL"],
    [{ publicUrl: undefined }, "PUBLIC_URL"],
    [{ issuer: "https://localhost" }, "OIDC_ISSUER"],
    [{ issuer: undefined }, "OIDC_ISSUER"],
    [{ peopleKeys: [Buffer.alloc(32, 1), Buffer.from(KEY, "base64")] }, "PEOPLE_KEY"],
    [{ databaseUrls: ["postgres://a:b@c/d", "postgres://o:local%2Downer@h/d"] }, "DATABASE_URL"],
    [{ webhookLoopback: true }, "WEBHOOK_LOOPBACK"],
  ])("refuses %j alone", (one, variable) => expect(named({ ...SAFE, ...one })).toEqual([variable]));

  it("lets a real sign-in be tried at home, over http", () => {
    const home = { ...SAFE, host: "127.0.0.1", publicUrl: "http://127.0.0.1:3000" };
    expect(named(home)).toEqual([]);
    expect(named({ ...home, webhookLoopback: true })).toEqual(["WEBHOOK_LOOPBACK"]);
  });

  it("asks no sign-in of a process that has nothing to do with one", () => {
    expect(named({ ...SAFE, host: undefined, issuer: null })).toEqual([]);
  });

  it("repeats no key and no password", () => {
    const said = JSON.stringify(dangersBeyond({ ...AT_HOME, host: "0.0.0.0" }));
    for (const secret of [KEY, "local-app"]) expect(said).not.toContain(secret);
  });
});
