// Who did what: noted in PostgreSQL, where nobody changes it, and in the log. Ids and codes alone: never a name, an
// address, or a word that somebody typed.

import type { DataSource } from "typeorm";
import {
  addSecurityEvent,
  findSecurityEvents,
  SECURITY_OUTCOMES,
  type SecurityEvent,
  type SecurityEventSeen,
  type SecurityFilter,
} from "../../store/security-events.ts";
import { isThere, type Sought } from "../../store/sought.ts";
import { page, type Page } from "../../views/page.ts";
import type { Database } from "../database.ts";
import type { Principal } from "./principal.ts";
import { mustHold, type Roles } from "./roles.ts";

export type { SecurityEvent, SecurityEventSeen, SecurityFilter } from "../../store/security-events.ts";

/** What is noted, and how a person reads it. */
export const SECURITY_EVENTS = {
  "sign-in": "Sign-in",
  "sign-out": "Sign-out",
  "token-failed": "Token not believed",
  refused: "Refusal",
  "not-theirs": "Asked for what is another’s",
  "role-changed": "Role changed at the sign-in",
  "person-exported": "What is kept of a person given out",
  "person-erased": "Person erased",
  "people-viewed": "Names and addresses of schools’ people looked at",
  "people-searched": "Search by a person’s name",
  "contacts-exported": "Names and addresses of schools’ people taken",
  "list-exported": "List taken for a spreadsheet",
  "proof-exported": "Proof of grants taken",
  "letter-read": "Letter read as it was sent",
  "remittance-exported": "Remittance taken",
  "read-as": "Read as somebody else",
  "successor-set-aside": "Successor set aside",
  "note-withdrawn": "Note of a hub taken back",
  "answer-refused": "Answer from a letter turned away",
  "answer-links-revoked": "Links in letters revoked",
} as const;

export type SecurityWhat = keyof typeof SECURITY_EVENTS;
export const SECURITY_WHATS = Object.keys(SECURITY_EVENTS) as readonly SecurityWhat[];
export const SECURITY_OUTCOME_CODES = SECURITY_OUTCOMES;

export const SECURITY_ROLES = { read: ["operator", "auditor"] } as const satisfies Record<string, Roles>;

/** `by`: who did it; null: nobody known. `outcome`: else `done`. `request`: the id of the request. */
export interface ToNote {
  what: SecurityWhat;
  by: (Pick<Principal, "who"> & Partial<Pick<Principal, "role" | "hub">>) | null;
  outcome?: SecurityEvent["outcome"];
  about?: string | null;
  code?: string | null;
  request?: string | null;
}

/**
 * So many a minute are kept of what all strangers are turned away from, and of what each person is: whoever knocks all
 * night fills a log, no table.
 */
const MOST_TURNED_AWAY = 120;
const A_MINUTE = 60_000;

export class SecurityLog {
  /** One after the other, in the order in which it happened. */
  private kept: Promise<void> = Promise.resolve();
  /** How often each was turned away in this minute; "": strangers. */
  private turnedAway = { since: 0, count: new Map<string, number>() };

  /** `clock`: milliseconds, for the minute. `write`: puts it into the log too. `missed`: it could not be kept. */
  constructor(
    private readonly database: Database,
    private readonly clock: () => number,
    private readonly write: (event: SecurityEvent) => void,
    private readonly missed: (error: unknown) => void,
  ) {}

  /** Notes what is not done without being noted. Rejects with StoreError. */
  async note(noted: ToNote): Promise<void> {
    const event = eventOf(noted);
    this.write(event);
    await addSecurityEvent(await this.database.open(), event);
  }

  /** Notes what has happened whether it can be kept or not: the log has it. */
  noteBeside(noted: ToNote): void {
    const event = eventOf(noted);
    this.write(event);
    if (this.isTooMany(event)) return;
    this.kept = this.kept
      .then(() => this.database.open())
      .then((source) => addSecurityEvent(source, event))
      .catch(this.missed);
  }

  /**
   * Notes that somebody asked for what is another's. They were answered that it is not there; whether it is, is looked
   * at only now: what nobody has is no event, and the answer takes no longer for what somebody has. `route`: by which.
   */
  noteSought({ kind, id }: Sought, { by, request }: Pick<ToNote, "by" | "request">, route: string | null): void {
    const about = `${kind} ${id}`;
    const event = eventOf({ what: "not-theirs", outcome: "refused", by, about, code: route, request: request ?? null });
    const noteIfThere = async (source: DataSource): Promise<void> => {
      if (!(await isThere(source, { kind, id }))) return;
      this.write(event);
      if (!this.isTooMany(event)) await addSecurityEvent(source, event);
    };
    this.kept = this.kept
      .then(() => this.database.open())
      .then(noteIfThere)
      .catch(this.missed);
  }

  /** Resolves when all that was noted beside is kept, or missed. */
  settled(): Promise<void> {
    return this.kept;
  }

  /** What was noted, newest first; `after`: the `next` of the page before. @throws Refusal `forbidden` */
  async list(caller: Principal, filter: SecurityFilter): Promise<Page<SecurityEventSeen, number>> {
    mustHold(caller, SECURITY_ROLES.read);
    const found = await findSecurityEvents(await this.database.open(), filter);
    return page(found, filter.limit, ({ no }) => no);
  }

  private isTooMany({ who, outcome }: SecurityEvent): boolean {
    if (who !== null && outcome === "done") return false;
    const now = this.clock();
    if (now - this.turnedAway.since > A_MINUTE) this.turnedAway = { since: now, count: new Map() };
    const count = (this.turnedAway.count.get(who ?? "") ?? 0) + 1;
    this.turnedAway.count.set(who ?? "", count);
    return count > MOST_TURNED_AWAY;
  }
}

function eventOf({ what, by, outcome = "done", about = null, code = null, request = null }: ToNote): SecurityEvent {
  return { what, outcome, who: by?.who ?? null, role: by?.role ?? null, hub: by?.hub ?? null, about, code, request };
}
