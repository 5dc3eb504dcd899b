import { resolve } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { readApiEnvironment, readEnvironment, readWorkerEnvironment } from "./environment.ts";
import { EnvironmentError } from "./variables.ts";

function faultsOf(read: () => unknown): EnvironmentError["faults"] {
  try {
    read();
  } catch (error) {
    if (error instanceof EnvironmentError) return error.faults;
    throw error;
  }
  return [];
}

const given = {
  PORT: "8080",
  DATABASE_URL: "postgres://app:s%40crt@db.example:5432/journeys",
  TEMPORAL_ADDRESS: "temporal.example:7233",
  TEMPORAL_NAMESPACE: "hubs",
  TEMPORAL_UI_URL: "https://temporal.example/",
  SMTP_URL: "smtps://user:pw@mail.example:465",
  OIDC_ISSUER: "https://sign-in.example",
  PEOPLE_KEY: `${Buffer.alloc(32, 1).toString("base64")}, ${Buffer.alloc(32, 2).toString("base64")}`,
  ERASURE_LOG: "/var/lib/journeys/erasures.log",
};
const peopleKeys = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
const erasureLog = given.ERASURE_LOG;

describe("what a person sets for npm start", () => {
  it("is nothing, as a rule: the embedded parts stand in", () => {
    expect(readEnvironment({ PATH: "/bin", DATABASE_URL: "" })).toEqual({
      temporalNamespace: "default",
      erasureLog: resolve(".local/erasures.log"),
    });
  });

  it("is taken as it is", () => {
    expect(readEnvironment(given)).toMatchObject({
      port: 8080,
      databaseUrl: given.DATABASE_URL,
      temporalAddress: "temporal.example:7233",
      temporalNamespace: "hubs",
      temporalUiUrl: "https://temporal.example/",
      smtpUrl: given.SMTP_URL,
      oidcIssuer: "https://sign-in.example",
      peopleKeys,
      erasureLog,
    });
  });

  it.each([
    ["PORT", "0"],
    ["PORT", "65536"],
    ["PORT", "3000a"],
    ["DATABASE_URL", "mysql://db/journeys"],
    ["DATABASE_URL", "db"],
    ["DATABASE_URL", "postgres://db"],
    ["TEMPORAL_ADDRESS", "http://localhost:7233"],
    ["TEMPORAL_ADDRESS", "localhost"],
    ["TEMPORAL_NAMESPACE", "two words"],
    ["TEMPORAL_UI_URL", "localhost:8233"],
    ["SMTP_URL", "mail.example"],
    ["OIDC_ISSUER", "sign-in"],
    ["OIDC_ISSUER", "http://sign-in.example"],
    ["OIDC_ISSUER", "https://sign-in.example/?a=b"],
    ["HOST", "any where"],
    ["PUBLIC_URL", "journeys.example"],
    ["PUBLIC_URL", "https://journeys.example/path"],
    ["PEOPLE_KEY", "secret"],
    ["PEOPLE_KEY", Buffer.alloc(31).toString("base64")],
    ["PEOPLE_KEY", `${Buffer.alloc(32).toString("base64")},`],
    ["PEOPLE_KEY", Buffer.alloc(32).toString("hex")],
    ["ERASURE_LOG", "/var/lib/"],
    ["METRICS_PORT", "65535"],
  ])("%s=%s is malformed, and the sentence names it", (variable, value) => {
    const faults = faultsOf(() => readEnvironment({ ...given, [variable]: value }));
    expect(faults).toEqual([{ variable, code: "malformed", detail: expect.stringMatching(`^${variable} must be `) }]);
  });

  it("that is wrong in several places is told at once, without the values: they hold passwords", () => {
    const read = () => readEnvironment({ ...given, PORT: "x", DATABASE_URL: "mysql://user:hunter2@db/x" });
    expect(faultsOf(read).map(({ variable }) => variable)).toEqual(["PORT", "DATABASE_URL"]);
    expect(read).not.toThrow("hunter2");
  });
});

describe("what a service is given", () => {
  const { DATABASE_URL, TEMPORAL_ADDRESS, SMTP_URL, OIDC_ISSUER, PEOPLE_KEY, ERASURE_LOG } = given;

  it("has everything it needs, and what is usual for the rest", () => {
    const needed = { DATABASE_URL, TEMPORAL_ADDRESS, OIDC_ISSUER, PEOPLE_KEY, ERASURE_LOG };
    expect(readApiEnvironment(needed)).toMatchObject({
      host: "127.0.0.1",
      port: 3000,
      temporalNamespace: "default",
      publicUrl: "http://127.0.0.1:3000",
      oidcIssuer: OIDC_ISSUER,
      rateLimit: 6000,
      rateLimitAnyone: 600,
    });
    expect(readApiEnvironment({ ...needed, PORT: "8080", HOST: "::1" })).toMatchObject({
      host: "::1",
      port: 8080,
      publicUrl: "http://127.0.0.1:8080",
    });
    expect(readApiEnvironment({ ...needed, PUBLIC_URL: "https://journeys.example/" })).toMatchObject({
      publicUrl: "https://journeys.example",
    });
    expect(readWorkerEnvironment({ ...needed, SMTP_URL, MAIL_FROM: "hub@example.org" })).toEqual({
      databaseUrl: DATABASE_URL,
      temporalAddress: TEMPORAL_ADDRESS,
      peopleKeys,
      erasureLog,
      temporalNamespace: "default",
      smtpUrl: SMTP_URL,
      mailFrom: "hub@example.org",
      hubInbox: "hub-{hub}@hubs.example.invalid",
      mailRate: 5,
      publicUrl: undefined,
      notify: undefined,
      webhookLoopback: false,
    });
    expect(readWorkerEnvironment({ ...needed, SMTP_URL, WEBHOOK_LOOPBACK: "allow" })).toMatchObject({
      webhookLoopback: true,
    });
    expect(
      faultsOf(() => readApiEnvironment({ ...needed, WEBHOOK_LOOPBACK: "true" })).map(({ detail }) => detail),
    ).toEqual(["WEBHOOK_LOOPBACK must be allow, or not set at all."]);
  });

  it("sends letters through GOV.UK Notify where it has a key, and then needs no mail server", () => {
    const needed = { DATABASE_URL, TEMPORAL_ADDRESS, PEOPLE_KEY, ERASURE_LOG };
    const [service, key, template] = [
      "26785a09-ab16-4eb0-8407-a37497a57506",
      "3d844edf-8d35-48ac-975b-e847b4f122b0",
      "f33517ff-2a88-4f6e-b855-c550268ce08a",
    ];
    const apiKey = `school_journeys-${service}-${key}`;
    expect(readWorkerEnvironment({ ...needed, NOTIFY_API_KEY: apiKey, NOTIFY_TEMPLATE_ID: template })).toMatchObject({
      smtpUrl: "",
      notify: { apiKey, templateId: template, replyToId: undefined, url: undefined },
    });
    const faults = faultsOf(() => readWorkerEnvironment({ ...needed, NOTIFY_API_KEY: "secret" }));
    expect(faults.map(({ variable, code }) => `${variable} ${code}`)).toEqual([
      "NOTIFY_API_KEY malformed",
      "NOTIFY_TEMPLATE_ID missing",
    ]);
    expect(JSON.stringify(faults)).not.toContain("secret");
  });

  it("is not taken beyond this machine where it is good enough for this machine alone", () => {
    const published = { ...given, DATABASE_URL: "postgres://journeys_app:local-app@postgres:5432/journeys" };
    const api = { ...published, HOST: "0.0.0.0", OIDC_ISSUER: "http://127.0.0.1:3001", WEBHOOK_LOOPBACK: "allow" };
    expect(faultsOf(() => readApiEnvironment(api)).map(({ variable, code }) => `${variable} ${code}`)).toEqual([
      "PUBLIC_URL unsafe",
      "OIDC_ISSUER unsafe",
      "DATABASE_URL unsafe",
      "WEBHOOK_LOOPBACK unsafe",
    ]);
    const worker = { ...published, PUBLIC_URL: "https://journeys.example", WEBHOOK_LOOPBACK: "allow" };
    expect(faultsOf(() => readWorkerEnvironment(worker)).map(({ variable }) => variable)).toEqual([
      "DATABASE_URL",
      "WEBHOOK_LOOPBACK",
    ]);
  });

  it("shows metrics where it is told, off the public port, and sends traces where it is told; else neither", () => {
    const watched = (env: object) => readApiEnvironment({ ...given, ...env });
    expect(watched({})).toMatchObject({ metrics: undefined, tracesTo: undefined });
    expect(watched({ METRICS_PORT: "9464" }).metrics).toEqual({ host: "127.0.0.1", port: 9464 });
    expect(readWorkerEnvironment({ ...given, METRICS_PORT: "9464", METRICS_HOST: "0.0.0.0" }).metrics).toEqual({
      host: "0.0.0.0",
      port: 9464,
    });
    expect(watched({ OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:4318" }).tracesTo).toBe("http://127.0.0.1:4318");
    const wrong = { METRICS_PORT: "8080", METRICS_HOST: "any where", OTEL_EXPORTER_OTLP_ENDPOINT: "collector:4318" };
    expect(faultsOf(() => watched(wrong)).map(({ detail }) => detail)).toEqual([
      "METRICS_PORT must be a port number from 1 to 65535, and another than PORT.",
      "METRICS_HOST must be an address of this machine, such as 0.0.0.0.",
      "OTEL_EXPORTER_OTLP_ENDPOINT must be a web address such as http://127.0.0.1:8233.",
    ]);
  });

  it("believes the proxies that are named, by address or network", () => {
    const trusted = (TRUSTED_PROXIES: string) => readApiEnvironment({ ...given, TRUSTED_PROXIES }).trustedProxies;
    expect(trusted("10.0.0.7, 192.168.0.0/16,fd00::/8")).toEqual(["10.0.0.7", "192.168.0.0/16", "fd00::/8"]);
    expect(readApiEnvironment(given).trustedProxies).toEqual([]);
    for (const wrong of ["proxy.example", "10.0.0.7/33", "0.0.0.0/0", "::/0", "10.0.0.7,", "1.2.3.4/8/8", "true"])
      expect(faultsOf(() => trusted(wrong)).map(({ variable }) => variable)).toEqual(["TRUSTED_PROXIES"]);
  });

  it("says all that is missing", () => {
    expect(faultsOf(() => readWorkerEnvironment({})).map(({ variable, code }) => `${variable} ${code}`)).toEqual([
      "DATABASE_URL missing",
      "TEMPORAL_ADDRESS missing",
      "PEOPLE_KEY missing",
      "SMTP_URL missing",
    ]);
  });
});
