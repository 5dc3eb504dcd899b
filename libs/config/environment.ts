// Every environment variable this service reads, read in one place and once.

import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

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
}

export interface ApiEnvironment extends ServiceEnvironment {
  /** The port to listen on, of 127.0.0.1: until people sign in, the API is for this machine alone. */
  port: number;
  temporalUiUrl: string | undefined;
  oidcIssuer: string | undefined;
}

export interface WorkerEnvironment extends ServiceEnvironment {
  smtpUrl: string;
  /** The address that e-mails come from. */
  mailFrom: string;
  /** Where mail for a hub goes while no hub lead's address is known: `{hub}` stands for the hub's code. */
  hubInbox: string;
}

export type Variable =
  | 'PORT' | 'DATABASE_URL' | 'DATABASE_OWNER_URL' | 'TEMPORAL_ADDRESS' | 'TEMPORAL_NAMESPACE' | 'TEMPORAL_UI_URL' | 'SMTP_URL' | 'MAIL_FROM' | 'HUB_INBOX'
  | 'OIDC_ISSUER' | 'PEOPLE_KEY' | 'ERASURE_LOG';

export interface EnvironmentFault {
  variable: Variable;
  code: 'missing' | 'malformed';
  /** A sentence that names the variable; it never repeats the value, which may hold a password. */
  detail: string;
}

/** One variable or more is missing or malformed; the message names them all. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
  readonly faults: EnvironmentFault[];

  constructor(faults: EnvironmentFault[]) {
    super(faults.map(({ detail }) => detail).join('\n'));
    this.faults = faults;
  }
}

const DEFAULT_PORT = 3000;
const DEFAULT_NAMESPACE = 'default';
const DEFAULT_ERASURE_LOG = fileURLToPath(new URL('../../.local/erasures.log', import.meta.url));

/**
 * What a person has set for `npm start`.
 * @param env such as process.env; an empty value counts as not set
 * @throws EnvironmentError naming every variable that is malformed
 */
export function readEnvironment(env: Record<string, string | undefined>): Environment {
  return checked(env, (read) => ({
    port: read('PORT', port),
    databaseUrl: read('DATABASE_URL', postgresUrl),
    databaseOwnerUrl: read('DATABASE_OWNER_URL', postgresUrl),
    temporalAddress: read('TEMPORAL_ADDRESS', hostAndPort),
    temporalNamespace: read('TEMPORAL_NAMESPACE', name) ?? DEFAULT_NAMESPACE,
    temporalUiUrl: read('TEMPORAL_UI_URL', webUrl),
    smtpUrl: read('SMTP_URL', smtpUrl),
    oidcIssuer: read('OIDC_ISSUER', webUrl),
    peopleKeys: read('PEOPLE_KEY', keys),
    erasureLog: read('ERASURE_LOG', filePath) ?? DEFAULT_ERASURE_LOG,
  }));
}

/**
 * What the API has been given.
 * @param env such as process.env; an empty value counts as not set
 * @throws EnvironmentError naming every variable that is missing or malformed
 */
export function readApiEnvironment(env: Record<string, string | undefined>): ApiEnvironment {
  return checked(env, (read, required) => ({
    ...serviceEnvironment(read, required),
    port: read('PORT', port) ?? DEFAULT_PORT,
    temporalUiUrl: read('TEMPORAL_UI_URL', webUrl),
    oidcIssuer: read('OIDC_ISSUER', webUrl),
  }));
}

/** What the worker has been given; as readApiEnvironment. */
export function readWorkerEnvironment(env: Record<string, string | undefined>): WorkerEnvironment {
  return checked(env, (read, required) => ({
    ...serviceEnvironment(read, required),
    smtpUrl: required('SMTP_URL', smtpUrl, ''),
    mailFrom: read('MAIL_FROM', mailAddress) ?? 'school-journeys@localhost',
    hubInbox: read('HUB_INBOX', mailAddress) ?? 'hub-{hub}@hubs.example.invalid',
  }));
}

function serviceEnvironment(read: Read, required: Required): ServiceEnvironment {
  return {
    databaseUrl: required('DATABASE_URL', postgresUrl, ''),
    temporalAddress: required('TEMPORAL_ADDRESS', hostAndPort, ''),
    temporalNamespace: read('TEMPORAL_NAMESPACE', name) ?? DEFAULT_NAMESPACE,
    peopleKeys: required('PEOPLE_KEY', keys, []),
    erasureLog: read('ERASURE_LOG', filePath) ?? DEFAULT_ERASURE_LOG,
  };
}

/** How a value must look, in words that follow "must be"; and its meaning, or undefined if it does not look so. */
interface Shape<T> {
  mustBe: string;
  read(text: string): T | undefined;
}

const port: Shape<number> = {
  mustBe: 'a port number from 1 to 65535',
  read: (text) => (/^[1-9]\d{0,4}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined),
};
const hostAndPort: Shape<string> = {
  mustBe: 'an address such as 127.0.0.1:7233, without http://',
  read: (text) => (/^[\w.-]+:[1-9]\d{0,4}$|^\[[\da-f:]+\]:[1-9]\d{0,4}$/i.test(text) ? text : undefined),
};
const name: Shape<string> = { mustBe: 'a name without spaces', read: (text) => (/^[\w.-]+$/.test(text) ? text : undefined) };
const mailAddress: Shape<string> = { mustBe: 'one e-mail address', read: (text) => (/^[^@\s<>,]+@[^@\s<>,]+$/.test(text) ? text : undefined) };
const filePath: Shape<string> = { mustBe: 'the path of a file', read: (text) => (/[/\\]$|\0/.test(text) ? undefined : resolve(text)) };
const keys: Shape<Buffer[]> = {
  mustBe: '32 random bytes in base64 (openssl rand -base64 32), or several such parted by commas: the first seals, all open',
  read(text) {
    const parts = text.split(',').map((part) => part.trim());
    return parts.every((part) => /^[A-Za-z0-9+/]{43}=$/.test(part)) ? parts.map((part) => Buffer.from(part, 'base64')) : undefined;
  },
};
const postgresUrl = url('a PostgreSQL address such as postgres://user:password@127.0.0.1:5432/journeys', ['postgres:', 'postgresql:'], /^\/[^/]+$/);
const webUrl = url('a web address such as http://127.0.0.1:8233', ['http:', 'https:']);
const smtpUrl = url('a mail server address such as smtp://127.0.0.1:1025', ['smtp:', 'smtps:']);

function url(mustBe: string, protocols: string[], path = /^.*$/): Shape<string> {
  return {
    mustBe,
    read(text) {
      const parsed = URL.parse(text);
      return parsed && protocols.includes(parsed.protocol) && parsed.hostname !== '' && path.test(parsed.pathname) ? text : undefined;
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
    if (value === undefined) faults.push({ variable, code: 'malformed', detail: `${variable} must be ${shape.mustBe}.` });
    return value;
  };
  const required: Required = (variable, shape, whileMissing) => {
    if (!env[variable]) faults.push({ variable, code: 'missing', detail: `${variable} is not set: it must be ${shape.mustBe}.` });
    return read(variable, shape) ?? whileMissing;
  };
  const result = readAll(read, required);
  if (faults.length > 0) throw new EnvironmentError(faults);
  return result;
}
