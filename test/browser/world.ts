// The service on the day of the small demonstration, with all behind it: PostgreSQL, a Temporal server, the worker's
// part, and who signs in there.

import { TestWorkflowEnvironment } from "@temporalio/testing";
import { DEMO_BEGINS } from "../../apps/demo/demo-day.ts";
import { demoSignIns } from "../../apps/demo/sign-ins.ts";
import type { SignIn } from "../../apps/sign-in/sign-ins.ts";
import { msOf, type Instant } from "../../libs/calendar/instants.ts";
import { startApi, type ApiUnderTest } from "../api/api-under-test.ts";
import { putSchools, REGISTER } from "../../libs/store/schools/schools.ts";
import { demoStore } from "../support/demo-store.ts";
import type { TestStore } from "../support/store.ts";
import { devServer } from "../support/temporal.ts";
import { startService, type Service } from "../workflows/service.ts";

export interface World {
  api: ApiUnderTest;
  store: TestStore;
  service: Service;
  people: readonly SignIn[];
  /** Both clocks go on to an instant, and whatever has come due by then is done. */
  goTo(at: Instant): Promise<void>;
  stop(): Promise<void>;
}

/** How long a command may take: a page waits for it. */
const COMMAND_MS = 8_000;

/** A school of the register that has nothing to do with the service yet, and somebody of it. */
const NEW_SCHOOL = {
  urn: "900901",
  name: "Beacon Hill Primary School",
  phase: "primary",
  funding: "state",
  open: true,
};
const NEW_CONTACT: SignIn = {
  name: "Nina New",
  title: NEW_SCHOOL.name,
  principal: { who: "school-contact.900901", role: "school-contact", hub: null, urns: ["900901"], workGroups: [] },
};

/** Starts it; stop() in afterAll. */
export async function startWorld(): Promise<World> {
  const started: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of started.splice(0).reverse()) await end();
  };
  try {
    const [store, temporal] = await Promise.all([demoStore(), devServer()]);
    started.push(() => store.close());
    await putSchools(store.app, [{ ...NEW_SCHOOL, address: null, postcode: null, source: REGISTER }]);
    const people = [...(await demoSignIns(store.appUrl, "small")), NEW_CONTACT];
    const env = await TestWorkflowEnvironment.createFromExistingServer(temporal);
    started.push(() => env.teardown());
    const api = await startApi({
      databaseUrl: store.appUrl,
      temporalAddress: temporal.address,
      temporalNamespace: temporal.namespace,
      startsAt: DEMO_BEGINS,
      commandTimeoutMs: COMMAND_MS,
      people,
    });
    started.push(() => api.stop());
    const service = await startService({ env, dataSource: store.app, startsAt: DEMO_BEGINS, publicUrl: api.origin });
    started.push(() => service.stop());
    const goTo = async (at: Instant): Promise<void> => {
      api.pass((msOf(at) - msOf(api.now())) / 1_000);
      await service.setOn(at);
    };
    return { api, store, service, people, goTo, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
