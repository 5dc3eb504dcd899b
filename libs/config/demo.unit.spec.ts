import { describe, expect, it } from "@jest/globals";
import { DEMO_DATABASE, demoClock } from "./demo.ts";
import { readApiEnvironment, readWorkerEnvironment } from "./environment.ts";
import { EnvironmentError } from "./variables.ts";

const CLOCK = "2025-03-11T10:00:00Z/2026-11-29T09:00:00Z";
const DEMO = {
  PORT: "3000",
  DATABASE_URL: `postgres://app:secret@127.0.0.1:5432/${DEMO_DATABASE}`,
  TEMPORAL_ADDRESS: "127.0.0.1:7233",
  OIDC_ISSUER: "http://127.0.0.1:3001",
  PEOPLE_KEY: Buffer.alloc(32, 1).toString("base64"),
  DEMO_CLOCK: CLOCK,
};
const OWN = { ...DEMO, DATABASE_URL: "postgres://app:secret@127.0.0.1:5432/journeys" };

/** The variables at fault, and whether the sentence names each. */
function faultsOf(
  read: typeof readApiEnvironment | typeof readWorkerEnvironment,
  env: Record<string, string>,
): string[] {
  try {
    read(env);
    return [];
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    return error.faults.map(({ variable, detail }) => (detail.includes(variable) ? variable : "unnamed"));
  }
}

describe("the clock of a demonstration", () => {
  it("is as far from this machine's as it says", () => {
    expect(demoClock.read("2025-03-11T10:00:00Z/2025-03-11T10:01:00Z")).toEqual({ aheadMs: -60_000 });
    expect(
      ["", "2025-03-11", "2025-03-11T10:00:00Z", "2025-13-11T10:00:00Z/x"].map((text) => demoClock.read(text)),
    ).toEqual([undefined, undefined, undefined, undefined]);
  });

  it("is believed in a demonstration's own database, on this machine, by API and worker", () => {
    const aheadMs = Date.parse("2025-03-11T10:00:00Z") - Date.parse("2026-11-29T09:00:00Z");
    expect(readApiEnvironment(DEMO).demo).toEqual({ aheadMs });
    expect(readWorkerEnvironment(DEMO)).toMatchObject({ demo: { aheadMs }, smtpUrl: "", notify: undefined });
  });

  it("is refused everywhere else: another database, another machine, a wrong shape", () => {
    for (const read of [readApiEnvironment, readWorkerEnvironment]) {
      const env = { ...OWN, ...(read === readWorkerEnvironment && { SMTP_URL: "" }) };
      expect(faultsOf(read, env)).toEqual(["DEMO_CLOCK"]);
      expect(faultsOf(read, { ...DEMO, DEMO_CLOCK: "yesterday" })).toEqual(["DEMO_CLOCK"]);
    }
    const beyond = {
      ...DEMO,
      HOST: "0.0.0.0",
      PUBLIC_URL: "https://journeys.example",
      OIDC_ISSUER: "https://id.example",
    };
    expect(faultsOf(readApiEnvironment, beyond)).toEqual(["DEMO_CLOCK"]);
    expect(faultsOf(readWorkerEnvironment, { ...DEMO, PUBLIC_URL: "https://journeys.example" })).toEqual([
      "DEMO_CLOCK",
    ]);
  });

  it("goes with no way for mail to leave", () => {
    expect(faultsOf(readWorkerEnvironment, { ...DEMO, SMTP_URL: "smtp://127.0.0.1:1025" })).toEqual(["SMTP_URL"]);
    const key = "school_journeys-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0";
    expect(faultsOf(readWorkerEnvironment, { ...DEMO, NOTIFY_API_KEY: key })).toEqual(["NOTIFY_API_KEY"]);
  });

  it("is asked for by the database of a demonstration, which nothing else may run", () => {
    const { DEMO_CLOCK: _, ...without } = DEMO;
    expect(faultsOf(readApiEnvironment, without)).toEqual(["DATABASE_URL"]);
    expect(faultsOf(readWorkerEnvironment, { ...without, SMTP_URL: "smtp://127.0.0.1:1025" })).toEqual([
      "DATABASE_URL",
    ]);
    const { DEMO_CLOCK: __, ...own } = OWN;
    expect(readApiEnvironment(own).demo).toBeUndefined();
  });
});
