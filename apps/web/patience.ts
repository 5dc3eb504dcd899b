// How long whoever sent a command waits for what becomes of it.

/**
 * Milliseconds for one command, its queue and its retries; then the answer is 503 and the same key resolves it. Just
 * after a start every workflow is replayed before it answers: a rush is then answered late rather than with 503. Less
 * where a test waits for that.
 */
export const patience = { commandMs: 10_000, atFirstMs: 30_000, atFirstLastsMs: 60_000 };

/** Has commands wait as long as just after a start, and before long as always. */
export function patientAtFirst(settings: { commandTimeoutMs: number }): void {
  const { commandMs, atFirstMs, atFirstLastsMs } = patience;
  settings.commandTimeoutMs = atFirstMs;
  setTimeout(() => {
    settings.commandTimeoutMs = commandMs;
  }, atFirstLastsMs).unref();
}
