// Environment variables by name, and what is wrong with all of them at once.

import type { Shape } from "./shapes.ts";
import { readTemporalAccess, TEMPORAL_ACCESS_VARIABLES, type TemporalAccess } from "./temporal-access.ts";

/** Every variable that is read. */
export const VARIABLES = [
  "PORT",
  "HOST",
  "DATABASE_URL",
  "DATABASE_OWNER_URL",
  "TEMPORAL_ADDRESS",
  "TEMPORAL_NAMESPACE",
  "TEMPORAL_CLUSTER",
  "TEMPORAL_UI_URL",
  "SMTP_URL",
  "MAIL_FROM",
  "HUB_INBOX",
  "OIDC_ISSUER",
  "OIDC_CLIENT_ID",
  "OIDC_CLIENT_SECRET",
  "OIDC_SCOPE",
  "PUBLIC_URL",
  "NOTICE",
  "SUPPORT_EMAIL",
  "SESSION_SECRET",
  "DFE_ORGANISATIONS",
  "RATE_LIMIT",
  "RATE_LIMIT_ANYONE",
  "TRUSTED_PROXIES",
  "MAIL_RATE",
  "NOTIFY_API_KEY",
  "NOTIFY_TEMPLATE_ID",
  "NOTIFY_REPLY_TO_ID",
  "NOTIFY_URL",
  "NOTIFY_RECEIPT_TOKEN",
  "PEOPLE_KEY",
  "ERASURE_LOG",
  "WEBHOOK_LOOPBACK",
  "BUILD_ID",
  "METRICS_PORT",
  "METRICS_HOST",
  "OTEL_EXPORTER_OTLP_ENDPOINT",
  "DEMO_CLOCK",
  ...TEMPORAL_ACCESS_VARIABLES,
] as const;
export type Variable = (typeof VARIABLES)[number];

export interface EnvironmentFault {
  variable: Variable;
  code: "missing" | "malformed" | "unsafe";
  /** A sentence that names the variable; it never repeats the value, which may hold a password. */
  detail: string;
}

/** One variable or more is missing, malformed or unsafe; the message names them all. */
export class EnvironmentError extends Error {
  override readonly name = "EnvironmentError";
  readonly faults: EnvironmentFault[];

  constructor(faults: EnvironmentFault[]) {
    super(faults.map(({ detail }) => detail).join("\n"));
    this.faults = faults;
  }
}

/** Reads one variable, where it is set. */
export type Read = <T>(variable: Variable, shape: Shape<T>) => T | undefined;
/** Reads one that must be set. */
export type Required = <T>(variable: Variable, shape: Shape<T>, whileMissing: T) => T;
/** How Temporal is reached, where more than an address is needed. */
export type Access = TemporalAccess | undefined;

/** Reads all, notes every fault, and only then gives the result or throws: a person mends all of them at once. */
export function checked<T>(
  given: Record<string, string | undefined>,
  readAll: (read: Read, required: Required, access: Access) => T,
): T {
  const faults: EnvironmentFault[] = [];
  const temporal = readTemporalAccess(given);
  if ("faults" in temporal) faults.push(...temporal.faults.map((fault) => ({ ...fault, code: "malformed" as const })));
  const { address, namespace, access } = "given" in temporal ? temporal.given : {};
  const env: typeof given = { ...given, TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace };
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
  const result = readAll(read, required, access);
  if (faults.length > 0) throw new EnvironmentError(faults);
  return result;
}
