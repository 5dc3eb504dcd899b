import { isGrpcServiceError } from "@temporalio/client";
import pg from "pg";
import { discoveryOf, type Environment } from "../../../libs/config/environment.ts";
import { lazyConnection } from "../../../libs/temporal/connection.ts";
import { isFree } from "../setup/ports.ts";
import { SetUpError } from "../setup/set-up-error.ts";

const PATIENCE_MS = 5_000;

/**
 * Tries what the environment names instead of the embedded parts, so that a wrong variable stops the start with its
 * name, and not a service an hour later.
 * @throws SetUpError naming the variable
 */
export async function checkGiven(environment: Environment): Promise<void> {
  const { port, metricsPort, databaseUrl, databaseOwnerUrl, temporalAddress, temporalUiUrl, oidcIssuer } = environment;
  if (port !== undefined && !(await isFree(port)))
    throw new SetUpError(`PORT is ${port}, and something listens there already.`);
  for (const own of metricsPort === undefined ? [] : [metricsPort, metricsPort + 1])
    if (own === port || !(await isFree(own)))
      throw new SetUpError(`METRICS_PORT is ${metricsPort}, and something else is to have port ${own}.`);
  if (oidcIssuer !== undefined) await checkSignIn(oidcIssuer);
  if (databaseUrl !== undefined) await checkDatabase("DATABASE_URL", databaseUrl);
  if (databaseOwnerUrl !== undefined) await checkDatabase("DATABASE_OWNER_URL", databaseOwnerUrl);
  if (temporalAddress !== undefined) await checkTemporal(temporalAddress, environment);
  if (temporalUiUrl !== undefined) await checkWeb("TEMPORAL_UI_URL", temporalUiUrl);
}

async function checkDatabase(variable: string, connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: PATIENCE_MS });
  try {
    await client.connect();
    await client.end();
  } catch (cause) {
    throw new SetUpError(`${variable} names a PostgreSQL that cannot be used: ${reason(cause)}.`, { cause });
  }
}

async function checkTemporal(
  address: string,
  { temporalNamespace: namespace, temporalAccess: access }: Environment,
): Promise<void> {
  const connection = lazyConnection({ address, ...(access && { access }) }, PATIENCE_MS);
  try {
    await connection
      .withDeadline(Date.now() + PATIENCE_MS, () => connection.workflowService.getSystemInfo({}))
      .catch((cause: unknown) => {
        throw new SetUpError(`TEMPORAL_ADDRESS is ${address}, and ${unanswered(cause, access)}.`, { cause });
      });
    await connection.workflowService.describeNamespace({ namespace }).catch((cause: unknown) => {
      throw new SetUpError(
        `TEMPORAL_NAMESPACE is ${namespace}, and the Temporal server at ${address} has no such namespace.`,
        { cause },
      );
    });
  } finally {
    await connection.close();
  }
}

/** What may be the matter, by the name of the setting that says so. */
function unanswered(cause: unknown, access: Environment["temporalAccess"]): string {
  if (isGrpcServiceError(cause) && [PERMISSION_DENIED, UNAUTHENTICATED].includes(cause.code))
    return "the server there does not take what TEMPORAL_API_KEY or TEMPORAL_TLS_CLIENT_CERT_PATH gives";
  const how = access?.tls ? "with TLS (TEMPORAL_TLS and what belongs to it)" : "without TLS (TEMPORAL_TLS is not set)";
  return `no Temporal server answers there ${how}`;
}
const PERMISSION_DENIED = 7,
  UNAUTHENTICATED = 16;

async function checkSignIn(issuer: string): Promise<void> {
  const answer = await fetch(discoveryOf(issuer), { signal: AbortSignal.timeout(PATIENCE_MS) }).catch(
    (cause: unknown) => {
      throw new SetUpError(`OIDC_ISSUER is ${issuer}, and nothing answers there.`, { cause });
    },
  );
  // no JSON is no discovery document
  const document = answer.ok ? ((await answer.json().catch(() => null)) as { issuer?: unknown } | null) : null;
  if (document?.issuer === issuer) return;
  const itself =
    typeof document?.issuer === "string"
      ? `the OpenID provider there calls itself ${document.issuer}`
      : "there is no OpenID provider there";
  throw new SetUpError(`OIDC_ISSUER is ${issuer}, and ${itself}.`);
}

async function checkWeb(variable: string, url: string): Promise<void> {
  await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS), redirect: "manual" }).catch((cause: unknown) => {
    throw new SetUpError(`${variable} is ${url}, and nothing answers there.`, { cause });
  });
}

/** What PostgreSQL or the network said; an unreachable host of two addresses says it twice, inside. */
function reason(error: unknown): string {
  if (error instanceof AggregateError) return reason(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
