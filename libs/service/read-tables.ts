import { rebuild } from "../book/rebuild.ts";
import type { Database } from "./database.ts";

/** What is read of events, and can be made of them anew. */
export class ReadTables {
  constructor(private readonly database: Database) {}

  /**
   * Makes every read table anew, while the service runs. `told` hears how many journeys are done. Answers how many
   * there are. Rejects with StoreError.
   */
  async makeAnew(told: (done: number) => void): Promise<number> {
    return rebuild(await this.database.open(), told);
  }
}
