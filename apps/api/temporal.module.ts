// The way to Temporal, made when the API starts and connected when it is first used: the API starts while Temporal is
// away.

import { Global, Injectable, Module, type DynamicModule, type OnApplicationShutdown } from "@nestjs/common";
import { Client, Connection } from "@temporalio/client";
import { callsAreOver, underWay } from "../../libs/temporal/subject-client.ts";

export interface TemporalSettings {
  address: string;
  namespace: string;
}

@Injectable()
export class Temporal implements OnApplicationShutdown {
  readonly client: Client;
  private readonly connection: Connection;

  constructor(settings: TemporalSettings) {
    this.connection = Connection.lazy({ address: settings.address, connectTimeout: "3s" });
    this.client = new Client({ connection: this.connection, namespace: settings.namespace });
  }

  /** Resolves when Temporal answers, within `timeoutMs`; rejects otherwise. */
  async ping(timeoutMs: number): Promise<void> {
    await underWay(
      this.connection.withDeadline(Date.now() + timeoutMs, () => this.connection.workflowService.getSystemInfo({})),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await callsAreOver();
    await this.connection.close();
  }
}

@Global()
@Module({})
export class TemporalModule {
  /** The module for one Temporal server and namespace. */
  static connectedTo(settings: TemporalSettings): DynamicModule {
    return {
      module: TemporalModule,
      providers: [{ provide: Temporal, useFactory: () => new Temporal(settings) }],
      exports: [Temporal],
    };
  }
}
