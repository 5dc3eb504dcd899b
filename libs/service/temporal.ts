// The way to Temporal, connected when it is first used: who uses it starts while Temporal is away.

import { Client, type Connection } from "@temporalio/client";
import { lazyConnection, type TemporalSettings } from "../temporal/connection.ts";
import { callsAreOver, underWay } from "../temporal/subject-client.ts";

const CONNECT_MS = 3_000;

export class Temporal {
  readonly client: Client;
  private readonly connection: Connection;

  constructor(settings: TemporalSettings) {
    this.connection = lazyConnection(settings, CONNECT_MS);
    const { namespace, interceptors } = settings;
    this.client = new Client({ connection: this.connection, namespace, ...(interceptors && { interceptors }) });
  }

  /** Resolves when Temporal answers, within `timeoutMs`; rejects otherwise. */
  async ping(timeoutMs: number): Promise<void> {
    await underWay(
      this.connection.withDeadline(Date.now() + timeoutMs, () => this.connection.workflowService.getSystemInfo({})),
    );
  }

  /** Closes it, once the calls under way are over. */
  async close(): Promise<void> {
    await callsAreOver();
    await this.connection.close();
  }
}
