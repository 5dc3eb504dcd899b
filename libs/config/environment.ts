// Every environment variable this service reads, read in one place and once.

import { fileURLToPath } from "node:url";
import { dangersBeyond, type Exposed } from "./beyond.ts";
import { dangersOfDemo, demoClock, type Demonstration, type Staged } from "./demo.ts";
import {
  checked,
  EnvironmentError,
  type EnvironmentFault,
  type Access,
  type Read,
  type Required,
} from "./variables.ts";
import {
  aMinute,
  aSecond,
  address,
  allowed,
  buildId,
  filePath,
  hostAndPort,
  issuer,
  keys,
  mailAddress,
  name,
  networks,
  notice,
  notifyKey,
  origin,
  port,
  portBeside,
  portWithNext,
  postgresUrl,
  receiptToken,
  scope,
  secret,
  smtpUrl,
  uuid,
  visible,
  webUrl,
} from "./shapes.ts";
import type { TemporalAccess } from "./temporal-access.ts";

/** What a person may set before `npm start`; what is not set, the embedded parts stand in for. */
export interface Environment {
  port: number | undefined;
  databaseUrl: string | undefined;
  /** For migrations, where the role of DATABASE_URL may not change the schema. */
  databaseOwnerUrl: string | undefined;
  temporalAddress: string | undefined;
  temporalNamespace: string;
  /** What this Temporal is called in PostgreSQL; unset: by its address and namespace. */
  temporalCluster: string | undefined;
  /** TLS, a certificate, an API key; unset: none of them. */
  temporalAccess?: TemporalAccess;
  temporalUiUrl: string | undefined;
  smtpUrl: string | undefined;
  oidcIssuer: string | undefined;
  /** The address the API is to listen on. */
  host: string | undefined;
  /** What people call the service in their browser. */
  publicUrl: string | undefined;
  /** Unset: `npm start` makes one. */
  peopleKeys: Buffer[] | undefined;
  erasureLog: string;
  /** Where the worker shows its metrics; the API does at the port after it. Unset: `npm start` finds two. */
  metricsPort: number | undefined;
}

/** How a process may be watched. */
export interface WatchEnvironment {
  /** Where it shows its metrics, apart from all that is public; unset: nowhere. */
  metrics: { host: string; port: number } | undefined;
  /** The collector to which traces go; unset: none are made. The exporter reads it, and its headers, by itself. */
  tracesTo: string | undefined;
}

/** What both services need. */
export interface ServiceEnvironment extends WatchEnvironment {
  /** Key-encryption keys of personal data, 32 bytes each: the first wraps, all unwrap. */
  peopleKeys: Buffer[];
  /** The file, outside the database and its backups, where erasures are noted. */
  erasureLog: string;
  databaseUrl: string;
  temporalAddress: string;
  temporalNamespace: string;
  /** What this Temporal is called in PostgreSQL; unset: by its address and namespace. */
  temporalCluster: string | undefined;
  temporalAccess?: TemporalAccess;
  /** Whether webhooks may lead to this machine: for a local run alone. */
  webhookLoopback: boolean;
  /** Where mail for a hub goes while no hub lead's address is known: `{hub}` stands for the hub's code. */
  hubInbox: string;
  /** Only in a demonstration: how its clock stands to this machine's. */
  demo?: Demonstration;
}

export interface ApiEnvironment extends ServiceEnvironment {
  /** The address and port to listen on. */
  host: string;
  port: number;
  temporalUiUrl: string | undefined;
  /** Whose bearer tokens are believed. */
  oidcIssuer: string;
  /** What the console is called at the sign-in, and its secret there; without one it is a public client. */
  oidcClientId: string;
  oidcClientSecret: string | undefined;
  /** What the console asks of the sign-in: DfE Sign-in tells the organisation where `organisation` is among it. */
  oidcScope: string;
  /** What people call the service in their browser: no path, no slash at its end. */
  publicUrl: string;
  /** Seals what a browser brings back from the sign-in; undefined: one by chance, good for this process alone. */
  sessionSecret: string | undefined;
  /** What GOV.UK Notify shows with a receipt, so that it is believed; undefined: no receipts are taken. */
  notifyReceiptToken: string | undefined;
  /** A file that says which organisation of DfE Sign-in is which hub. */
  dfeOrganisations: string | undefined;
  /** Requests a minute of one person, and of one address from which nobody has signed in. */
  rateLimit: number;
  rateLimitAnyone: number;
  /** What everybody is to read, on each page. */
  notice: string | undefined;
  /** Who is written to about the pages themselves. */
  supportEmail: string | undefined;
  /** Addresses and networks of proxies that are believed when they say whom they pass on. */
  trustedProxies: readonly string[];
}

/** GOV.UK Notify in place of a mail server. */
export interface NotifyEnvironment {
  apiKey: string;
  templateId: string;
  replyToId: string | undefined;
  url: string | undefined;
}

export interface WorkerEnvironment extends ServiceEnvironment {
  /** Empty where letters go through Notify, or nowhere. */
  smtpUrl: string;
  notify: NotifyEnvironment | undefined;
  /** The address that e-mails come from. */
  mailFrom: string;
  /** Letters a second, of all workers together: what the mail server takes without complaint. */
  mailRate: number;
  /** What people call the service in their browser, for the links in letters; without it they hold none. */
  publicUrl: string | undefined;
  /** The version that it polls as, `auto` for that of its files; unset: of none. See workflows/README.md. */
  buildId: string | undefined;
}

const DEFAULT_PORT = 3000;
const DEFAULT_NAMESPACE = "default";
const DEFAULT_ERASURE_LOG = fileURLToPath(new URL("../../.local/erasures.log", import.meta.url));

/**
 * What a person has set for `npm start`.
 * @param env such as process.env; an empty value counts as not set
 * @throws EnvironmentError naming every variable that is malformed
 */
export function readEnvironment(env: Record<string, string | undefined>): Environment {
  return checked(env, (read, required, access) => ({
    port: read("PORT", port),
    databaseUrl: read("DATABASE_URL", postgresUrl),
    databaseOwnerUrl: read("DATABASE_OWNER_URL", postgresUrl),
    // The embedded server knows neither TLS nor keys.
    temporalAddress: access ? required("TEMPORAL_ADDRESS", hostAndPort, "") : read("TEMPORAL_ADDRESS", hostAndPort),
    temporalNamespace: read("TEMPORAL_NAMESPACE", name) ?? DEFAULT_NAMESPACE,
    temporalCluster: read("TEMPORAL_CLUSTER", name),
    ...(access && { temporalAccess: access }),
    temporalUiUrl: read("TEMPORAL_UI_URL", webUrl),
    smtpUrl: read("SMTP_URL", smtpUrl),
    oidcIssuer: read("OIDC_ISSUER", issuer),
    host: read("HOST", address),
    publicUrl: read("PUBLIC_URL", origin),
    peopleKeys: read("PEOPLE_KEY", keys),
    erasureLog: read("ERASURE_LOG", filePath) ?? DEFAULT_ERASURE_LOG,
    metricsPort: read("METRICS_PORT", portWithNext),
  }));
}

/**
 * What the API has been given.
 * @param env such as process.env; an empty value counts as not set
 * @throws EnvironmentError naming every variable that is missing or malformed, or unsafe beyond this machine
 */
export function readApiEnvironment(env: Record<string, string | undefined>): ApiEnvironment {
  const given = readApi(env);
  const { host, publicUrl, oidcIssuer: issuer, webhookLoopback, peopleKeys, databaseUrl, demo } = given;
  const where = { host, publicUrl, issuer, databaseUrls: [databaseUrl] };
  mustBeSafe({ ...where, webhookLoopback, peopleKeys, demo, mail: null });
  return given;
}

/** Sees to it that nothing of one's own machine alone is used beyond it. @throws EnvironmentError naming all of it */
export function mustBeSafe(exposed: Exposed & Staged): void {
  const dangers = [...dangersBeyond(exposed), ...dangersOfDemo(exposed)];
  const faults = dangers.map((danger): EnvironmentFault => ({ ...danger, code: "unsafe" }));
  if (faults.length > 0) throw new EnvironmentError(faults);
}

function readApi(env: Record<string, string | undefined>): ApiEnvironment {
  return checked(env, (read, required, access) => {
    const ownPort = read("PORT", port) ?? DEFAULT_PORT;
    return {
      ...serviceEnvironment(read, required, access, ownPort),
      host: read("HOST", address) ?? "127.0.0.1",
      port: ownPort,
      temporalUiUrl: read("TEMPORAL_UI_URL", webUrl),
      oidcIssuer: required("OIDC_ISSUER", issuer, ""),
      oidcClientId: read("OIDC_CLIENT_ID", visible) ?? "school-journeys-console",
      oidcClientSecret: read("OIDC_CLIENT_SECRET", visible),
      oidcScope: read("OIDC_SCOPE", scope) ?? "openid",
      publicUrl: read("PUBLIC_URL", origin) ?? `http://127.0.0.1:${ownPort}`,
      notice: read("NOTICE", notice),
      supportEmail: read("SUPPORT_EMAIL", mailAddress),
      sessionSecret: read("SESSION_SECRET", secret),
      notifyReceiptToken: read("NOTIFY_RECEIPT_TOKEN", receiptToken),
      dfeOrganisations: read("DFE_ORGANISATIONS", filePath),
      rateLimit: read("RATE_LIMIT", aMinute) ?? 6_000,
      rateLimitAnyone: read("RATE_LIMIT_ANYONE", aMinute) ?? 600,
      trustedProxies: read("TRUSTED_PROXIES", networks) ?? [],
    };
  });
}

/** What the worker has been given; as readApiEnvironment. */
export function readWorkerEnvironment(env: Record<string, string | undefined>): WorkerEnvironment {
  const given = readWorker(env);
  const { publicUrl, webhookLoopback, peopleKeys, databaseUrl, demo } = given;
  const exposed = { publicUrl, webhookLoopback, peopleKeys, databaseUrls: [databaseUrl], demo };
  const mail = env["NOTIFY_API_KEY"] ? "NOTIFY_API_KEY" : env["SMTP_URL"] ? "SMTP_URL" : null;
  mustBeSafe({ ...exposed, host: undefined, issuer: null, mail });
  return given;
}

function readWorker(env: Record<string, string | undefined>): WorkerEnvironment {
  return checked(env, (read, required, access) => ({
    ...serviceEnvironment(read, required, access),
    ...mailEnvironment(read, required, env),
    mailFrom: read("MAIL_FROM", mailAddress) ?? "school-journeys@localhost",
    mailRate: read("MAIL_RATE", aSecond) ?? 5,
    publicUrl: read("PUBLIC_URL", origin),
    buildId: read("BUILD_ID", buildId),
  }));
}

function mailEnvironment(
  read: Read,
  required: Required,
  env: Record<string, string | undefined>,
): Pick<WorkerEnvironment, "smtpUrl" | "notify"> {
  // No letter of a demonstration leaves: it is given no way out.
  if (env["DEMO_CLOCK"]) return { smtpUrl: "", notify: undefined };
  if (!env["NOTIFY_API_KEY"]) return { smtpUrl: required("SMTP_URL", smtpUrl, ""), notify: undefined };
  return {
    smtpUrl: "",
    notify: {
      apiKey: required("NOTIFY_API_KEY", notifyKey, ""),
      templateId: required("NOTIFY_TEMPLATE_ID", uuid, ""),
      replyToId: read("NOTIFY_REPLY_TO_ID", uuid),
      url: read("NOTIFY_URL", origin),
    },
  };
}

function serviceEnvironment(read: Read, required: Required, access: Access, publicPort?: number): ServiceEnvironment {
  const demo = read("DEMO_CLOCK", demoClock);
  return {
    ...(demo && { demo }),
    databaseUrl: required("DATABASE_URL", postgresUrl, ""),
    temporalAddress: required("TEMPORAL_ADDRESS", hostAndPort, ""),
    temporalNamespace: read("TEMPORAL_NAMESPACE", name) ?? DEFAULT_NAMESPACE,
    temporalCluster: read("TEMPORAL_CLUSTER", name),
    ...(access && { temporalAccess: access }),
    peopleKeys: required("PEOPLE_KEY", keys, []),
    erasureLog: read("ERASURE_LOG", filePath) ?? DEFAULT_ERASURE_LOG,
    webhookLoopback: read("WEBHOOK_LOOPBACK", allowed) ?? false,
    hubInbox: read("HUB_INBOX", mailAddress) ?? "hub-{hub}@hubs.example.invalid",
    ...watchEnvironment(read, publicPort),
  };
}

function watchEnvironment(read: Read, publicPort: number | undefined): WatchEnvironment {
  const [port, host] = [read("METRICS_PORT", portBeside(publicPort)), read("METRICS_HOST", address)];
  return {
    metrics: port === undefined ? undefined : { port, host: host ?? "127.0.0.1" },
    tracesTo: read("OTEL_EXPORTER_OTLP_ENDPOINT", webUrl),
  };
}

/** Where an OpenID provider says what it is. */
export function discoveryOf(oidcIssuer: string): string {
  return `${oidcIssuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
}
