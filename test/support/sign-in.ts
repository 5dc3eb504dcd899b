// The embedded sign-in for tests, and tokens of whoever is wanted.

import { mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import { freePort } from "../../apps/cli/setup/ports.ts";
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
}

/** A sign-in of its own; `consoleUrl`: where its console is. */
export async function testSignIn(consoleUrl: string): Promise<TestSignIn> {
  const folder = await mkdtemp(join(folderOfRun(), "sign-in-"));
  const running = await startSignIn({
    folder,
    port: await freePort(),
    client: { id: CONSOLE_CLIENT, url: consoleUrl },
  });
  return { ...running, token: (who) => tokenFor(principal(who), running.secrets, running.issuer) };
}

export const CONSOLE_CLIENT = "console-under-test";

function principal({ role, who = role, hub = null, urns = [], workGroups = [] }: Who): Principal {
  return { who, role, hub, urns, workGroups };
}
