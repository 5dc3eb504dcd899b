// The letters of a journey as they went out, for the hub that wrote them and the school that they were written to.

import type { DataSource } from "typeorm";
import type { Instant } from "../../calendar/instants.ts";
import { readMessageId } from "../../contract/message-id.ts";
import { letterOf, lettersOf, withoutKeys, type LetterKept, type LetterWords } from "../../people/sent-letters.ts";
import { load } from "../../store/events/event-store.ts";
import { streamOf } from "../../store/events/streams.ts";
import { page, type Page } from "../../views/page.ts";
import type { Principal, Role } from "../access/principal.ts";
import { mustHold, type Roles } from "../access/roles.ts";
import type { SecurityLog } from "../access/security-log.ts";
import { journeyPart } from "../commands/journey-behind.ts";
import type { Database } from "../database.ts";
import { Refusal } from "../refusal.ts";

/** An auditor sees that letters went out, and reads none: they hold names. */
export const LETTER_ROLES = {
  list: ["hub-coordinator", "hub-lead", "school-contact", "operator", "auditor"],
  read: ["hub-coordinator", "hub-lead", "school-contact", "operator"],
} as const satisfies Record<string, Roles>;

/** What is written to these is no letter to the school. */
const OF_A_HUB: readonly Role[] = ["hub-lead", "hub-coordinator", "work-group-lead", "finance-officer"];

/** `unconfirmed`: kept to be sent, and the mail server has not said that it took it. */
export const LETTER_OUTCOMES = ["sent", "bounced", "unconfirmed"] as const;
export type LetterOutcome = (typeof LETTER_OUTCOMES)[number];

/**
 * A letter in a list. `event`: the seq of the event that asked for it; null for one that is about more than a journey.
 * `subject`: null where it cannot be read (any more), or not by this caller.
 */
export interface LetterSeen {
  id: string;
  at: Instant;
  kind: string;
  role: string;
  event: number | null;
  outcome: LetterOutcome;
  subject: string | null;
}

/** The same as it went out; `letter`: null once it cannot be read any more. */
export type LetterInFull = LetterSeen & { letter: LetterWords | null };

/** What a letter is called in a list. */
export const LETTER_NO = /^[1-9]\d{0,14}$/u;

export class Letters {
  constructor(
    private readonly database: Database,
    private readonly security: SecurityLog,
  ) {}

  /** Letters of a journey, the latest first; `after`: older than this one. @throws Refusal `forbidden`, `not-found` */
  async list(
    caller: Principal,
    id: string,
    { after, limit }: { after?: string | undefined; limit: number },
  ): Promise<Page<LetterSeen, string>> {
    mustHold(caller, LETTER_ROLES.list);
    const source = await this.database.open();
    const which = await lettersSeen(source, caller, id);
    const found = await lettersOf(source, { ...which, before: after === undefined ? undefined : Number(after), limit });
    const back = await cameBack(source, which.journey);
    const mayRead = (LETTER_ROLES.read as readonly Role[]).includes(caller.role);
    const { items, next } = page(found, limit, (letter) => String(letter.id));
    return { items: items.map((letter) => seen(letter, back, mayRead)), next };
  }

  /**
   * One letter, as it went out; that somebody else than its school read it is noted. `request`: which asked for it.
   * @throws Refusal `forbidden`, `not-found`
   */
  async read(caller: Principal, id: string, letter: string, request: string): Promise<LetterInFull> {
    mustHold(caller, LETTER_ROLES.read);
    const source = await this.database.open();
    const which = await lettersSeen(source, caller, id);
    const found = LETTER_NO.test(letter) ? await letterOf(source, which, Number(letter)) : null;
    if (found === null)
      throw new Refusal("not-found", "There is no such letter of this journey.", {
        sought: { kind: "letter", id: letter },
      });
    const noted = { about: `journey ${which.journey}`, code: `letter-${letter}`, request };
    if (caller.role !== "school-contact") this.security.noteBeside({ what: "letter-read", by: caller, ...noted });
    return {
      ...seen(found, await cameBack(source, which.journey), true),
      letter: found.words && withoutKeys(found.words),
    };
  }
}

/** A hub sees what it wrote itself; a school, what was written to it. @throws Refusal `not-found` */
async function lettersSeen(
  source: DataSource,
  caller: Principal,
  id: string,
): Promise<{ journey: string; hub: string | null; notTo: readonly string[] }> {
  const { journey, hub } = await journeyPart(source, id, caller);
  return { journey, hub, notTo: caller.role === "school-contact" ? OF_A_HUB : [] };
}

/** The letters that came back later, by what asked for them and to whom. */
async function cameBack(source: DataSource, journey: string): Promise<ReadonlySet<string>> {
  const events = await load(source, streamOf(journey));
  return new Set(
    events.flatMap(({ type, data }) => {
      const { effect, addressee } = data as { effect?: unknown; addressee?: unknown };
      return type === "LetterBounced" ? [`${String(effect)} ${String(addressee)}`] : [];
    }),
  );
}

function seen(letter: LetterKept, back: ReadonlySet<string>, mayRead: boolean): LetterSeen {
  const { at, kind, role, addressee, messageId, sentAt, refusedAt, words } = letter;
  const event = readMessageId(messageId)?.seq ?? null;
  const bounced = (sentAt === null && refusedAt !== null) || back.has(`${String(event)} ${addressee}`);
  const outcome: LetterOutcome = bounced ? "bounced" : sentAt === null ? "unconfirmed" : "sent";
  return {
    id: String(letter.id),
    at: sentAt ?? at,
    kind,
    role,
    event,
    outcome,
    subject: mayRead ? (words?.subject ?? null) : null,
  };
}
