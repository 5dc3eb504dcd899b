// The embedded sign-in for tests, and tokens of whoever is wanted.

import { mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import { freePort } from "../../apps/cli/setup/ports.ts";
import { memoryAdapter } from "../../apps/sign-in/memory-adapter.ts";
import { SIGN_INS, type SignIn } from "../../apps/sign-in/sign-ins.ts";
import { startSignIn, type RunningSignIn } from "../../apps/sign-in/sign-in.ts";
import { tokenFor } from "../../apps/sign-in/token.ts";
import type { Principal, Role } from "../../libs/service/access/principal.ts";
import { folderOfRun } from "./test-run.ts";

/** Who calls; what is not said is nothing, and `who` the role's name. */
export interface Who {
  role: Role;
  who?: string;
  hub?: string | null;
  urns?: readonly string[];
  workGroups?: readonly string[];
}

export interface TestSignIn extends RunningSignIn {
  token(who: Who): Promise<string>;
  /** After stop(): it is there again, and knows what it knew. */
  start(): Promise<void>;
  /** Whoever signs in by an id holds another role from now on, or none. */
  becomes(id: string, role: Who | null): void;
}

/**
 * A sign-in of its own; `consoleUrl`: where its console is. `refreshes`: whether it gives refresh tokens; `who`: those
 * who may sign in.
 */
export async function testSignIn(
  consoleUrl: string,
  { refreshes = true, who = SIGN_INS }: { refreshes?: boolean; who?: readonly SignIn[] } = {},
): Promise<TestSignIn> {
  const people = [...who];
  const options = {
    folder: await mkdtemp(join(folderOfRun(), "sign-in-")),
    port: await freePort(),
    client: { id: CONSOLE_CLIENT, url: consoleUrl },
    kept: { people, memory: memoryAdapter(), refreshes },
  };
  let running = await startSignIn(options);
  const { issuer, secrets } = running;
  return {
    issuer,
    secrets,
    token: (who) => tokenFor(principal(who), secrets, issuer),
    stop: () => running.stop(),
    async start() {
      running = await startSignIn(options);
    },
    becomes(id, role) {
      const at = people.findIndex((one) => one.principal.who === id);
      const [before] = people.splice(at, 1);
      if (role !== null)
        people.push({ name: before?.name ?? id, title: role.role, principal: principal({ ...role, who: id }) });
    },
  };
}

export const CONSOLE_CLIENT = "console-under-test";

function principal({ role, who = role, hub = null, urns = [], workGroups = [] }: Who): Principal {
  return { who, role, hub, urns, workGroups };
}
