// Where the parts of this clone listen, for a command at a terminal: what the environment names, else what `npm start`
// runs.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readEnvironment } from "../../libs/config/environment.ts";
import type { TemporalSettings } from "../../libs/temporal/connection.ts";
import { localFolder } from "./setup/folders.ts";
import { APP_ROLE, OWNER_ROLE, readOrMakePasswords } from "./setup/postgres-cluster.ts";
import { SetUpError } from "./setup/set-up-error.ts";
import { postgresFolder } from "./start/places.ts";

const START_FIRST = "Run `npm start` first";

/** The database's URL as the service signs in. Throws SetUpError, with what to do, where none is known. */
export async function databaseUrl(env: NodeJS.ProcessEnv): Promise<string> {
  const given = readEnvironment(env).databaseUrl;
  if (given !== undefined) return given;
  const port = portOf("postgres");
  if (port === undefined || !existsSync(postgresFolder))
    throw new SetUpError(`There is no database yet. ${START_FIRST}, or set DATABASE_URL.`);
  const { app } = await readOrMakePasswords(postgresFolder);
  return `postgres://${APP_ROLE}:${app}@127.0.0.1:${port}/journeys`;
}

/** The same as the owner of the schema signs in, for what the service itself may not do. Throws SetUpError. */
export async function ownerDatabaseUrl(env: NodeJS.ProcessEnv): Promise<string> {
  const { databaseUrl: given, databaseOwnerUrl } = readEnvironment(env);
  if (databaseOwnerUrl ?? given) return databaseOwnerUrl ?? given ?? "";
  const url = new URL(await databaseUrl(env));
  const { owner } = await readOrMakePasswords(postgresFolder);
  return Object.assign(url, { username: OWNER_ROLE, password: owner }).href;
}

/**
 * Where the Temporal server is, and how it is reached. `called`: what PostgreSQL calls it, if it has a name of its own.
 * Throws SetUpError, with what to do, where none is known.
 */
export function temporalAddress(env: NodeJS.ProcessEnv): TemporalSettings & { called?: string } {
  const given = readEnvironment(env);
  const port = portOf("temporal");
  if (given.temporalAddress === undefined && port === undefined)
    throw new SetUpError(`There is no Temporal server yet. ${START_FIRST}, or set TEMPORAL_ADDRESS.`);
  return {
    address: given.temporalAddress ?? `127.0.0.1:${port}`,
    namespace: given.temporalNamespace,
    ...(given.temporalAccess && { access: given.temporalAccess }),
    ...(given.temporalCluster !== undefined && { called: given.temporalCluster }),
  };
}

/** Another one, by what a command line says of it; how it is reached, and what it does not say, by the environment. */
export function temporalAt(
  env: NodeJS.ProcessEnv,
  { to, namespace, name }: { to: string; namespace: string | undefined; name: string | undefined },
): TemporalSettings & { called?: string } {
  return temporalAddress({
    ...env,
    TEMPORAL_ADDRESS: to,
    ...(namespace !== undefined && { TEMPORAL_NAMESPACE: namespace }),
    ...(name !== undefined && { TEMPORAL_CLUSTER: name }),
  });
}

function portOf(part: string): number | undefined {
  const file = join(localFolder, "ports.json");
  if (!existsSync(file)) return undefined;
  const ports = JSON.parse(readFileSync(file, "utf8")) as Record<string, number>;
  return ports[part];
}
