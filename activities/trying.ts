// Several letters, of which one that fails keeps no other waiting.

/** After so many letters in a row that nobody took, the mail server is away: the next try goes on. */
const PATIENCE = 3;

/** Goes on with the others where one fails, unless several in a row do. */
export class Trying {
  private first: { error: unknown } | null = null;
  private inARow = 0;

  /** What it came to; null where it failed. */
  async do<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      const done = await work();
      this.inARow = 0;
      return done;
    } catch (error) {
      this.first ??= { error };
      this.inARow += 1;
      if (this.inARow >= PATIENCE) throw error;
      return null;
    }
  }

  /** Rejects with what failed first. */
  over(): void {
    if (this.first !== null) throw this.first.error;
  }
}
