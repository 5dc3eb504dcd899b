// The API with all behind it: PostgreSQL, a Temporal server, and the worker's part.

import { TestWorkflowEnvironment } from "@temporalio/testing";
import type { Mailer } from "../../libs/mail/mail.ts";
import { freshStore, type TestStore } from "../support/store.ts";
import { devServer, type TestTemporal } from "../support/temporal.ts";
import { startService, type Service } from "../workflows/service.ts";
import { startApi, type ApiUnderTest } from "./api-under-test.ts";

/** What Notify would show with a receipt. */
export const RECEIPT_TOKEN = "receipts-of-this-test-alone";

export interface WholeService {
  store: TestStore;
  temporal: TestTemporal;
  environment: TestWorkflowEnvironment;
  api: ApiUnderTest;
  service: Service;
  stop(): Promise<void>;
}

/**
 * Starts all of it, else on a day of 2020 on which windows are open; `mailer`: brings letters out; `linked`: they hold
 * links to the API's address; stop() in afterAll. What was started is stopped if the rest does not start.
 */
export async function startWhole(
  startsAt = "2020-06-02T08:00:00Z",
  mailer?: Mailer,
  { linked = false } = {},
): Promise<WholeService> {
  const started: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of started.splice(0).reverse()) await end();
  };
  try {
    const store = await freshStore();
    started.push(() => store.close());
    const temporal = await devServer();
    const environment = await TestWorkflowEnvironment.createFromExistingServer(temporal);
    started.push(() => environment.teardown());
    const api = await startApi({
      databaseUrl: store.appUrl,
      temporalAddress: temporal.address,
      temporalNamespace: temporal.namespace,
      startsAt,
      commandTimeoutMs: 8_000,
      mailReceiptToken: RECEIPT_TOKEN,
      sendsAgain: true,
    });
    started.push(() => api.stop());
    const service = await startService({
      env: environment,
      dataSource: store.app,
      startsAt: api.now(),
      ...(mailer && { mailer }),
      ...(linked && { publicUrl: api.origin }),
    });
    started.push(() => service.stop());
    return { store, temporal, environment, api, service, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
