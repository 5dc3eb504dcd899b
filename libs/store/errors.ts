// Errors of PostgreSQL quote the values they met, addresses too. Nothing of them leaves this folder but a code.

import { QueryFailedError } from 'typeorm';

export type StoreCode = 'database-unavailable' | 'database-error' | 'version-conflict' | 'unknown-event' | 'cursor-unknown';

/** What went wrong in the store, as a code. `sqlState`: PostgreSQL's own five characters, which hold no data. */
export class StoreError extends Error {
  readonly code: StoreCode;
  readonly sqlState: string | null;

  constructor(code: StoreCode, sqlState: string | null = null) {
    super(sqlState === null ? code : `${code} ${sqlState}`);
    this.name = 'StoreError';
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

/** SQLSTATEs that say "not now": connection (08), resources (53), shut-down and time-outs (57, 25P03/4), conflicts of locks (40, 55P03). */
const PASSING = /^(08...|53...|57P..|57014|25P03|25P04|40...|55P03)$/;
/** What the socket and the pool say when the server is away. */
const AWAY = /connect|terminated|timeout|socket|getaddrinfo/i;

function withoutData(error: unknown): unknown {
  if (error instanceof StoreError || !(error instanceof Error)) return error;
  const driverError: unknown = error instanceof QueryFailedError ? error.driverError : error;
  const code = codeOf(driverError);
  if (/^[0-9A-Z]{5}$/.test(code)) return new StoreError(PASSING.test(code) ? 'database-unavailable' : 'database-error', code);
  const message = driverError instanceof Error ? driverError.message : '';
  if (/^E[A-Z]{3,}|^EAI_AGAIN$/.test(code) || AWAY.test(message)) return new StoreError('database-unavailable');
  return error instanceof QueryFailedError ? new StoreError('database-error') : error;
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}
