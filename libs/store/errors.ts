// Errors of PostgreSQL quote the values they met, addresses too. Nothing of them leaves this folder but a code.

import { QueryFailedError } from "typeorm";

export type StoreCode =
  | "database-unavailable"
  | "database-error"
  | "version-conflict"
  | "unknown-event"
  | "cursor-unknown"
  | "effect-leased"
  | "not-home";

/** What went wrong in the store, as a code. `sqlState`: PostgreSQL's own five characters, which hold no data. */
export class StoreError extends Error {
  readonly code: StoreCode;
  readonly sqlState: string | null;

  constructor(code: StoreCode, sqlState: string | null = null) {
    super(sqlState === null ? code : `${code} ${sqlState}`);
    this.name = "StoreError";
    this.code = code;
    this.sqlState = sqlState;
  }
}

/**
 * Runs `work` and turns what PostgreSQL or the way to it rejects with into a StoreError without message or cause.
 * `database-unavailable` is worth another try as it stands; a defect of our own (a TypeError, say) passes unchanged.
 */
export async function coded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw withoutData(error);
  }
}

/**
 * SQLSTATEs that say "not now": connection (08), resources (53), shut-down and time-outs (57, 25P03/4), conflicts of
 * locks (40, 55P03).
 */
const PASSING = /^(08...|53...|57P..|57014|25P03|25P04|40...|55P03)$/;
/** What TLS says of a certificate that it does not take: whoever runs the service mends it, and it is tried again. */
const UNTRUSTED = /^(ERR_TLS_|ERR_SSL_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|CERT_)/;
/** Of `must_be_home` (migrations/0098-home.ts). */
const NOT_HOME = "SJ098";
/** What the driver and its pool say, without any code, when the server is away or they are being closed. */
const AWAY =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client (has|was) |Driver not Connected|Cannot use a pool)|not yet established/i;

function withoutData(error: unknown): unknown {
  if (error instanceof StoreError) return error;
  const refused = error instanceof QueryFailedError;
  const { code, message } = said(refused ? error.driverError : error);
  if (code === NOT_HOME) return new StoreError("not-home");
  if (/^[0-9A-Z]{5}$/.test(code))
    return new StoreError(PASSING.test(code) ? "database-unavailable" : "database-error", code);
  if (/^(E[A-Z]{3,}|EAI_AGAIN)$/.test(code) || UNTRUSTED.test(code) || AWAY.test(message))
    return new StoreError("database-unavailable");
  return refused ? new StoreError("database-error") : error;
}

/** What an error says of itself, whoever made it. */
function said(error: unknown): { code: string; message: string } {
  if (typeof error !== "object" || error === null) return { code: "", message: "" };
  return {
    code: "code" in error && typeof error.code === "string" ? error.code : "",
    message: "message" in error && typeof error.message === "string" ? error.message : "",
  };
}
