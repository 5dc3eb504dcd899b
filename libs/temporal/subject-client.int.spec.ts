// What the caller is told while Temporal is away or nobody works: one error, in time.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { Client, Connection } from "@temporalio/client";
import { freePort } from "../../apps/cli/setup/ports.ts";
import { devServer } from "../../test/support/temporal.ts";
import { workflowIdOf } from "../contract/journey.ts";
import type { Command } from "../journey/commands.ts";
import { IN_FLIGHT_LIMIT, performCommand, ServiceUnavailable, wakeSubject } from "./subject-client.ts";

const command = (id: string): Command => ({
  id,
  type: "AcceptOffer",
  at: "2020-06-01T09:00:00Z",
  by: { who: "somebody", role: "school-contact" },
  data: {},
});

/** What a call was rejected with, and after how many milliseconds. */
async function rejection(call: Promise<unknown>): Promise<{ error: unknown; ms: number }> {
  const began = Date.now();
  try {
    await call;
  } catch (error) {
    return { error, ms: Date.now() - began };
  }
  throw new Error("it was answered");
}

describe("with nothing at the address", () => {
  let connection: Connection;
  beforeAll(async () => {
    connection = Connection.lazy({ address: `127.0.0.1:${await freePort()}`, connectTimeout: "1 second" });
  });
  afterAll(() => connection.close());

  it("says so within the time it was given", async () => {
    const client = new Client({ connection });
    const calls = [
      () => performCommand(client, "1-primary", command("a"), { timeoutMs: 1_000 }),
      () => wakeSubject(client, "1-primary", { timeoutMs: 1_000 }),
    ];
    for (const call of calls) {
      const { error, ms } = await rejection(call());
      expect(error).toBeInstanceOf(ServiceUnavailable);
      expect(error).toHaveProperty("code", "unavailable");
      expect(ms).toBeLessThan(3_000);
    }
  }, 20_000);
});

describe("with a server and no worker", () => {
  let connection: Connection;
  let client: Client;
  beforeAll(async () => {
    const { address, namespace } = await devServer();
    connection = await Connection.connect({ address });
    client = new Client({ connection, namespace });
  }, 30_000);
  afterAll(() => connection.close());

  it("gives up in time; the journey is started and will find the command sent again", async () => {
    const { error, ms } = await rejection(performCommand(client, "2-primary", command("b"), { timeoutMs: 1_500 }));
    expect(error).toBeInstanceOf(ServiceUnavailable);
    expect(ms).toBeLessThan(3_500);
    expect((await client.workflow.getHandle(workflowIdOf("2-primary")).describe()).status.name).toBe("RUNNING");
  });

  it("lets eight commands of a journey through at once, and turns away who waited too long behind them", async () => {
    const told = await Promise.all(
      Array.from({ length: IN_FLIGHT_LIMIT + 2 }, (_, index) =>
        rejection(performCommand(client, "3-primary", command(`c${index}`), { timeoutMs: 5_000 })),
      ),
    );
    const crowded = told.filter(
      ({ error }) => error instanceof ServiceUnavailable && error.message.startsWith("Too many"),
    );
    expect(crowded).toHaveLength(2);
    expect(told.every(({ error }) => error instanceof ServiceUnavailable)).toBe(true);
    // The places are free again.
    const { error } = await rejection(performCommand(client, "3-primary", command("d"), { timeoutMs: 500 }));
    expect(String(error)).not.toContain("Too many");
  }, 20_000);
});
