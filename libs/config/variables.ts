// Environment variables by name, and what is wrong with all of them at once.

import type { Shape } from "./shapes.ts";

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
  | "TRUSTED_PROXIES"
  | "MAIL_RATE"
  | "NOTIFY_API_KEY"
  | "NOTIFY_TEMPLATE_ID"
  | "NOTIFY_REPLY_TO_ID"
  | "NOTIFY_URL"
  | "NOTIFY_RECEIPT_TOKEN"
  | "PEOPLE_KEY"
  | "ERASURE_LOG"
  | "WEBHOOK_LOOPBACK"
  | "BUILD_ID";

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

/** Reads all, notes every fault, and only then gives the result or throws: a person mends all of them at once. */
export function checked<T>(env: Record<string, string | undefined>, readAll: (read: Read, required: Required) => T): T {
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
