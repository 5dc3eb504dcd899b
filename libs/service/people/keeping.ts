// What is kept of people, for who runs the service: given out or erased, and how long it is kept. Whoever may use a
// terminal there holds the keys; nobody else is asked who they are.

import { instantFromMs } from "../../calendar/instants.ts";
import { applyRetention, type Retained } from "../../people/apply-retention.ts";
import { erasePerson, replayErasures, type Erased } from "../../people/erasure.ts";
import { exportPerson, type PersonExport } from "../../people/export.ts";
import { rewrapKeys } from "../../people/keys.ts";
import { RETENTION, type RetentionPolicy } from "../../people/retention.ts";
import { rewrapWebhooks } from "../../people/webhook-secrets.ts";
import { addSecurityEvent, type SecurityEvent } from "../../store/security-events.ts";
import type { SecurityWhat } from "../access/security-log.ts";
import type { Database } from "../database.ts";

const atTerminal = (what: SecurityWhat, about: string): SecurityEvent => ({
  what,
  about,
  outcome: "done",
  who: "terminal",
  role: null,
  hub: null,
  code: null,
  request: null,
});

export class PeopleKeeping {
  /** For how long what is kept. */
  static readonly policy: RetentionPolicy = RETENTION;

  /** `erasureLog`: the file where erasures are noted, outside the database. */
  constructor(
    private readonly database: Database,
    private readonly erasureLog: string,
  ) {}

  /** All that is kept under a person's id; null where nobody is known by it. Rejects with StoreError, SealError. */
  async export(person: string): Promise<PersonExport | null> {
    const source = await this.database.open();
    const found = await exportPerson(source, person);
    if (found !== null) await addSecurityEvent(source, atTerminal("person-exported", found.person));
    return found;
  }

  /** Destroys a person's key, and notes it; null where nobody is known by the id. Rejects with StoreError. */
  async erase(person: string, why: string): Promise<Erased | null> {
    const at = instantFromMs(Date.now());
    const erasure = { person, at, by: "terminal", reason: "request", why } as const;
    const source = await this.database.open();
    const erased = await erasePerson(source, this.erasureLog, erasure);
    if (erased !== null) await addSecurityEvent(source, atTerminal("person-erased", person));
    return erased;
  }

  /** Erases what is kept no longer; `dryRun`: only counts it. Rejects with StoreError. */
  async applyPolicy({ dryRun }: { dryRun: boolean }): Promise<Retained> {
    return applyRetention(await this.database.open(), this.erasureLog, { dryRun });
  }

  /** After a restore: erases again whom the log has as erased. Rejects with StoreError. */
  async replayErasures(): ReturnType<typeof replayErasures> {
    return replayErasures(await this.database.open(), this.erasureLog);
  }

  /** Wraps every key with the first key-encryption key. Answers how many. Rejects with StoreError, SealError. */
  async rewrap(): Promise<number> {
    const source = await this.database.open();
    return (await rewrapKeys(source)) + (await rewrapWebhooks(source));
  }
}
