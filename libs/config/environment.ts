// Every environment variable this service reads, read in one place and once.

import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** What a person may set before `npm start`; what is not set, the embedded parts stand in for. */
export interface Environment {
  port: number | undefined;
  databaseUrl: string | undefined;
  /** For migrations, where the role of DATABASE_URL may not change the schema. */
  databaseOwnerUrl: string | undefined;
  temporalAddress: string | undefined;
  temporalNamespace: string;
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
}

/** What both services need. */
export interface ServiceEnvironment {
  /** Key-encryption keys of personal data, 32 bytes each: the first wraps, all unwrap. */
  peopleKeys: Buffer[];
  /** The file, outside the database and its backups, where erasures are noted. */
  erasureLog: string;
  databaseUrl: string;
  temporalAddress: string;
  temporalNamespace: string;
  /** Whether webhooks may lead to this machine: for a local run alone. */
  webhookLoopback: boolean;
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
  /** Seals the cookies of the console; undefined: one by chance, so that sessions end with the process. */
  sessionSecret: string | undefined;
  /** What GOV.UK Notify shows with a receipt, so that it is believed; undefined: no receipts are taken. */
  notifyReceiptToken: string | undefined;
  /** A file that says which organisation of DfE Sign-in is which hub. */
  dfeOrganisations: string | undefined;
  /** Requests a minute of one person, and of one address from which nobody has signed in. */
  rateLimit: number;
  rateLimitAnyone: number;
}

/** GOV.UK Notify in place of a mail server. */
export interface NotifyEnvironment {
  apiKey: string;
  templateId: string;
  replyToId: string | undefined;
  url: string | undefined;
}

export interface WorkerEnvironment extends ServiceEnvironment {
  /** Empty where letters go through Notify. */
  smtpUrl: string;
  notify: NotifyEnvironment | undefined;
  /** The address that e-mails come from. */
  mailFrom: string;
  /** Where mail for a hub goes while no hub lead's address is known: `{hub}` stands for the hub's code. */
  hubInbox: string;
  /** Letters a second, of all workers together: what the mail server takes without complaint. */
  mailRate: number;
  /** What people call the service in their browser, for the links in letters; without it they hold none. */
  publicUrl: string | undefined;
}

export type Variable =
  | "PORT"
  | "HOST"
  | "DATABASE_URL"
  | "DATABASE_OWNER_URL"
  | "TEMPORAL_ADDRESS"
  | "TEMPORAL_NAMESPACE"
  | "TEMPORAL_UI_URL"
  | "SMTP_URL"
  | "MAIL_FROM"
  | "HUB_INBOX"
  | "OIDC_ISSUER"
  | "OIDC_CLIENT_ID"
  | "OIDC_CLIENT_SECRET"
  | "OIDC_SCOPE"
  | "PUBLIC_URL"
  | "SESSION_SECRET"
  | "DFE_ORGANISATIONS"
  | "RATE_LIMIT"
  | "RATE_LIMIT_ANYONE"
  | "MAIL_RATE"
  | "NOTIFY_API_KEY"
  | "NOTIFY_TEMPLATE_ID"
  | "NOTIFY_REPLY_TO_ID"
  | "NOTIFY_URL"
  | "NOTIFY_RECEIPT_TOKEN"
  | "PEOPLE_KEY"
  | "ERASURE_LOG"
  | "WEBHOOK_LOOPBACK";

export interface EnvironmentFault {
  variable: Variable;
  code: "missing" | "malformed";
  /** A sentence that names the variable; it never repeats the value, which may hold a password. */
  detail: string;
}

/** One variable or more is missing or malformed; the message names them all. */
export class EnvironmentError extends Error {
  override readonly name = "EnvironmentError";
  readonly faults: EnvironmentFault[];

  constructor(faults: EnvironmentFault[]) {
    super(faults.map(({ detail }) => detail).join("\n"));
    this.faults = faults;
  }
}

const DEFAULT_PORT = 3000;
const DEFAULT_NAMESPACE = "default";
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
const DEFAULT_ERASURE_LOG = fileURLToPath(new URL("../../.local/erasures.log", import.meta.url));

/**
 * What a person has set for `npm start`.
 * @param env such as process.env; an empty value counts as not set
 * @throws EnvironmentError naming every variable that is malformed
 */
export function readEnvironment(env: Record<string, string | undefined>): Environment {
  return checked(env, (read) => ({
    port: read("PORT", port),
    databaseUrl: read("DATABASE_URL", postgresUrl),
    databaseOwnerUrl: read("DATABASE_OWNER_URL", postgresUrl),
    temporalAddress: read("TEMPORAL_ADDRESS", hostAndPort),
    temporalNamespace: read("TEMPORAL_NAMESPACE", name) ?? DEFAULT_NAMESPACE,
    temporalUiUrl: read("TEMPORAL_UI_URL", webUrl),
    smtpUrl: read("SMTP_URL", smtpUrl),
    oidcIssuer: read("OIDC_ISSUER", issuer),
    host: read("HOST", address),
    publicUrl: read("PUBLIC_URL", origin),
    peopleKeys: read("PEOPLE_KEY", keys),
    erasureLog: read("ERASURE_LOG", filePath) ?? DEFAULT_ERASURE_LOG,
  }));
}

/**
 * What the API has been given.
 * @param env such as process.env; an empty value counts as not set
 * @throws EnvironmentError naming every variable that is missing or malformed
 */
export function readApiEnvironment(env: Record<string, string | undefined>): ApiEnvironment {
  return checked(env, (read, required) => {
    const ownPort = read("PORT", port) ?? DEFAULT_PORT;
    return {
      ...serviceEnvironment(read, required),
      host: read("HOST", address) ?? "127.0.0.1",
      port: ownPort,
      temporalUiUrl: read("TEMPORAL_UI_URL", webUrl),
      oidcIssuer: required("OIDC_ISSUER", issuer, ""),
      oidcClientId: read("OIDC_CLIENT_ID", visible) ?? "school-journeys-console",
      oidcClientSecret: read("OIDC_CLIENT_SECRET", visible),
      oidcScope: read("OIDC_SCOPE", scope) ?? "openid",
      publicUrl: read("PUBLIC_URL", origin) ?? `http://127.0.0.1:${ownPort}`,
      sessionSecret: read("SESSION_SECRET", secret),
      notifyReceiptToken: read("NOTIFY_RECEIPT_TOKEN", receiptToken),
      dfeOrganisations: read("DFE_ORGANISATIONS", filePath),
      rateLimit: read("RATE_LIMIT", aMinute) ?? 6_000,
      rateLimitAnyone: read("RATE_LIMIT_ANYONE", aMinute) ?? 600,
    };
  });
}

/** What the worker has been given; as readApiEnvironment. */
export function readWorkerEnvironment(env: Record<string, string | undefined>): WorkerEnvironment {
  return checked(env, (read, required) => ({
    ...serviceEnvironment(read, required),
    ...mailEnvironment(read, required, Boolean(env["NOTIFY_API_KEY"])),
    mailFrom: read("MAIL_FROM", mailAddress) ?? "school-journeys@localhost",
    hubInbox: read("HUB_INBOX", mailAddress) ?? "hub-{hub}@hubs.example.invalid",
    mailRate: read("MAIL_RATE", aSecond) ?? 5,
    publicUrl: read("PUBLIC_URL", origin),
  }));
}

function mailEnvironment(
  read: Read,
  required: Required,
  byNotify: boolean,
): Pick<WorkerEnvironment, "smtpUrl" | "notify"> {
  if (!byNotify) return { smtpUrl: required("SMTP_URL", smtpUrl, ""), notify: undefined };
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

function serviceEnvironment(read: Read, required: Required): ServiceEnvironment {
  return {
    databaseUrl: required("DATABASE_URL", postgresUrl, ""),
    temporalAddress: required("TEMPORAL_ADDRESS", hostAndPort, ""),
    temporalNamespace: read("TEMPORAL_NAMESPACE", name) ?? DEFAULT_NAMESPACE,
    peopleKeys: required("PEOPLE_KEY", keys, []),
    erasureLog: read("ERASURE_LOG", filePath) ?? DEFAULT_ERASURE_LOG,
    webhookLoopback: read("WEBHOOK_LOOPBACK", allowed) ?? false,
  };
}

/** Where an OpenID provider says what it is. */
export function discoveryOf(oidcIssuer: string): string {
  return `${oidcIssuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
}

/** How a value must look, in words that follow "must be"; and its meaning, or undefined if it does not look so. */
interface Shape<T> {
  mustBe: string;
  read(text: string): T | undefined;
}

const port: Shape<number> = {
  mustBe: "a port number from 1 to 65535",
  read: (text) => (/^[1-9]\d{0,4}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined),
};
const hostAndPort: Shape<string> = {
  mustBe: "an address such as 127.0.0.1:7233, without http://",
  read: (text) => (/^[\w.-]+:[1-9]\d{0,4}$|^\[[\da-f:]+\]:[1-9]\d{0,4}$/i.test(text) ? text : undefined),
};
const name: Shape<string> = {
  mustBe: "a name without spaces",
  read: (text) => (/^[\w.-]+$/.test(text) ? text : undefined),
};
const address: Shape<string> = {
  mustBe: "an address of this machine, such as 0.0.0.0",
  read: (text) => (/^[\w.:-]+$/.test(text) ? text : undefined),
};
const mailAddress: Shape<string> = {
  mustBe: "one e-mail address",
  read: (text) => (/^[^@\s<>,]+@[^@\s<>,]+$/.test(text) ? text : undefined),
};
const filePath: Shape<string> = {
  mustBe: "the path of a file",
  read: (text) => (/[/\\]$|\0/.test(text) ? undefined : resolve(text)),
};
const keys: Shape<Buffer[]> = {
  mustBe:
    "32 random bytes in base64 (openssl rand -base64 32), or several such parted by commas: the first seals, all open",
  read(text) {
    const parts = text.split(",").map((part) => part.trim());
    return parts.every((part) => /^[A-Za-z0-9+/]{43}=$/.test(part))
      ? parts.map((part) => Buffer.from(part, "base64"))
      : undefined;
  },
};
const postgresUrl = url(
  "a PostgreSQL address such as postgres://user:password@127.0.0.1:5432/journeys",
  ["postgres:", "postgresql:"],
  /^\/[^/]+$/,
);
const webUrl = url("a web address such as http://127.0.0.1:8233", ["http:", "https:"]);
/**
 * As the sign-in names itself: tokens are held to it letter by letter. On another machine its keys must not come in the
 * clear.
 */
const issuer: Shape<string> = {
  mustBe: "the https:// address of an OpenID provider (http:// on this machine alone), without ? and #",
  read: (text) =>
    webUrl.read(text) !== undefined &&
    !/[?#]/.test(text) &&
    (text.startsWith("https:") || LOOPBACK.test(new URL(text).hostname))
      ? text
      : undefined,
};
const origin: Shape<string> = {
  mustBe: "a web address without a path, such as https://journeys.example",
  read: (text) =>
    webUrl.read(text) !== undefined && new URL(text).pathname === "/" && !/[?#@]/.test(text)
      ? new URL(text).origin
      : undefined,
};
const visible: Shape<string> = {
  mustBe: "visible characters of ASCII",
  read: (text) => (/^[\x21-\x7e]{1,500}$/.test(text) ? text : undefined),
};
const scope: Shape<string> = {
  mustBe: "words with spaces between, openid among them",
  read: (text) => (/^[\w:./-]+( [\w:./-]+)*$/.test(text) && text.split(" ").includes("openid") ? text : undefined),
};
const UUID = "[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}";
const uuid: Shape<string> = {
  mustBe: "an id of GOV.UK Notify, such as f33517ff-2a88-4f6e-b855-c550268ce08a",
  read: (text) => (new RegExp(`^${UUID}$`, "i").test(text) ? text : undefined),
};
const notifyKey: Shape<string> = {
  mustBe: "an API key of GOV.UK Notify, as it was shown once",
  read: (text) => (new RegExp(`^[\\w-]+-${UUID}-${UUID}$`, "i").test(text) ? text : undefined),
};
const receiptToken: Shape<string> = {
  mustBe: "at least 20 letters, digits and - . _ ~ + / that nobody can guess",
  read: (text) => (/^[\w.~+/-]{20,500}=*$/.test(text) ? text : undefined),
};
const allowed: Shape<boolean> = {
  mustBe: "allow, or not set at all",
  read: (text) => (text === "allow" ? true : undefined),
};
const secret: Shape<string> = {
  mustBe: "at least 32 characters that nobody can guess",
  read: (text) => (text.length >= 32 ? text : undefined),
};
const aSecond: Shape<number> = {
  mustBe: "a number of letters a second, such as 5 or 0.5",
  read: (text) => (/^\d{1,4}(\.\d{1,2})?$/.test(text) && Number(text) > 0 ? Number(text) : undefined),
};
const aMinute: Shape<number> = {
  mustBe: "a number of requests a minute",
  read: (text) => (/^[1-9]\d{0,6}$/.test(text) ? Number(text) : undefined),
};
const smtpUrl = url("a mail server address such as smtp://127.0.0.1:1025", ["smtp:", "smtps:"]);

function url(mustBe: string, protocols: string[], path = /^.*$/): Shape<string> {
  return {
    mustBe,
    read(text) {
      const parsed = URL.parse(text);
      return parsed && protocols.includes(parsed.protocol) && parsed.hostname !== "" && path.test(parsed.pathname)
        ? text
        : undefined;
    },
  };
}

type Read = <T>(variable: Variable, shape: Shape<T>) => T | undefined;
type Required = <T>(variable: Variable, shape: Shape<T>, whileMissing: T) => T;

/** Reads all, notes every fault, and only then gives the result or throws: a person mends all of them at once. */
function checked<T>(env: Record<string, string | undefined>, readAll: (read: Read, required: Required) => T): T {
  const faults: EnvironmentFault[] = [];
  const read: Read = (variable, shape) => {
    const text = env[variable];
    if (!text) return undefined;
    const value = shape.read(text);
    if (value === undefined)
      faults.push({ variable, code: "malformed", detail: `${variable} must be ${shape.mustBe}.` });
    return value;
  };
  const required: Required = (variable, shape, whileMissing) => {
    if (!env[variable])
      faults.push({ variable, code: "missing", detail: `${variable} is not set: it must be ${shape.mustBe}.` });
    return read(variable, shape) ?? whileMissing;
  };
  const result = readAll(read, required);
  if (faults.length > 0) throw new EnvironmentError(faults);
  return result;
}
