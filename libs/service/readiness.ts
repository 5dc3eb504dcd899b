import type { Database } from "./database.ts";
import type { Temporal } from "./temporal.ts";

const PATIENCE_MS = 2_000;

/** Whether what the service leans on is there. */
export class Readiness {
  constructor(
    private readonly database: Database,
    private readonly temporal: Temporal,
  ) {}

  /** The names of those that do not answer within two seconds and a half; none where commands can be taken. */
  async away(): Promise<string[]> {
    const [postgresql, temporal] = await Promise.all([
      answers(this.database.ping()),
      answers(this.temporal.ping(PATIENCE_MS)),
    ]);
    return [postgresql ? [] : ["PostgreSQL"], temporal ? [] : ["Temporal"]].flat();
  }
}

async function answers(asked: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS + 500);
  });
  const answer = asked.then(
    () => true,
    () => false,
  );
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
