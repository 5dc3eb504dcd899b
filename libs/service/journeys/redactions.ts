// Names, and what else should not stand there, taken out of what was written in a journey, with a Work Group or with a
// payment run. A hub's turn, windows, lists and budgets have no words of anybody; why somebody was erased is the proof
// that it was lawful, sealed and read by nobody here.

import type { DataSource } from "typeorm";
import { instantFromMs, type Instant } from "../../calendar/instants.ts";
import { isJourneyId } from "../../contract/journey.ts";
import { runName } from "../../contract/payment-run.ts";
import { groupName } from "../../contract/work-group.ts";
import { isNoteText, textsOfNotes } from "../../people/journey-notes.ts";
import { getTexts } from "../../people/people.ts";
import { redact, textsWith, redactionsOf, type Redaction } from "../../people/redaction.ts";
import { load, type StoredEvent } from "../../store/events/event-store.ts";
import { streamOf } from "../../store/events/streams.ts";
import { mustHold, type Roles } from "../access/roles.ts";
import type { Principal } from "../access/principal.ts";
import type { Asked } from "../commands/asked.ts";
import { claimRequest, named } from "../commands/claim.ts";
import { foreseen, type Foreseen } from "../commands/foreseen.ts";
import { journeyBehind } from "../commands/journey-behind.ts";
import type { Database } from "../database.ts";
import { runSeen } from "../money/run-seen.ts";
import { Refusal } from "../refusal.ts";
import type { ServiceSettings } from "../settings.ts";
import { validated } from "../shape/checked.ts";
import { Name } from "../shape/contact-fields.ts";
import { Named, Text } from "../shape/field.ts";
import { groupSeen, noGroup } from "../work-groups/group-seen.ts";
import { idsIn } from "./words-of.ts";

export const REDACTION_ROLES: Roles = ["hub-coordinator", "hub-lead"];
export const RUN_REDACTION_ROLES: Roles = ["finance-officer", "hub-lead", "operator"];

/** In what words are kept: who takes some out, what it is called, and its name, for somebody who sees it. */
const KEPT_IN = {
  journeys: { roles: REDACTION_ROLES, called: "journey", find: journeyBehind },
  "work-groups": {
    roles: REDACTION_ROLES,
    called: "Work Group",
    find: async (source: DataSource, id: string, caller: Principal): Promise<string> => {
      if ((await groupSeen(source, id, caller)) === null) throw noGroup(id);
      return groupName(id);
    },
  },
  "payment-runs": {
    roles: RUN_REDACTION_ROLES,
    called: "payment run",
    find: async (source: DataSource, id: string, caller: Principal): Promise<string> =>
      runName((await runSeen(source, id, caller)).id),
  },
} as const;

export type KeptIn = keyof typeof KEPT_IN;

@Named("Redaction")
export class RedactionBody {
  @Name({
    else: "words is missing: what is to be taken out, as it stands there.",
    most: 200,
    says: "What is to be taken out of every text, such as a name; it is kept nowhere",
    example: "Ada Example",
  })
  words: string;

  @Text({
    shape: /\S/u,
    else: "reason is missing.",
    most: 2_000,
    says: "Why, in words; sealed, and without the words that are taken out",
    example: "She asked for it",
  })
  reason: string;
}

/**
 * `events`: the seqs of those with whose texts something was taken out; `notes`: of how many notes;
 * `reason`: null where it was erased.
 */
export interface RedactionSeen {
  id: string;
  at: Instant;
  by: { who: string; role: string };
  reason: string | null;
  events: readonly number[];
  notes: number;
}

export class Redactions {
  constructor(
    private readonly database: Database,
    private readonly settings: Pick<ServiceSettings, "clock">,
  ) {}

  /** What was taken out, by whom, when and why, the latest first. @throws Refusal `forbidden`, `not-found` */
  async list(caller: Principal, keptIn: KeptIn, id: string): Promise<RedactionSeen[]> {
    const { roles, find } = KEPT_IN[keptIn];
    mustHold(caller, roles);
    const source = await this.database.open();
    const subject = await find(source, id, caller);
    const [found, events] = await Promise.all([redactionsOf(source, subject), load(source, streamOf(subject))]);
    const reasons = await getTexts(
      source,
      found.map(({ reason }) => reason),
    );
    return found.map((one) => seen(one, events, reasons.get(one.reason) ?? null));
  }

  /**
   * Takes words out of every text of one of these, and of what is kept of letters that quote it, once however often it
   * is asked. Events stay as they are: they have the ids of texts alone. Where a preview is asked for, says in which
   * texts the words stand.
   * @throws Refusal `forbidden`, `not-found`, `invalid` also where the words stand in none of them, `key-reused`
   */
  async redact(keptIn: KeptIn, id: string, asked: Asked): Promise<RedactionSeen & Partial<Foreseen>> {
    const { caller, body } = asked;
    const { roles, find, called } = KEPT_IN[keptIn];
    mustHold(caller, roles);
    const source = await this.database.open();
    const subject = await find(source, id, caller);
    const { words, reason } = validated(RedactionBody, body);
    const names = await named(source, asked, `${keptIn}/${isJourneyId(subject) ? subject : id}/redactions`);
    const now = instantFromMs(this.settings.clock());
    const events = await load(source, streamOf(subject));
    const among = [...textsIn(events).map(([, text]) => text), ...(await textsOfNotes(source, subject))];
    if (asked.preview) {
      const texts = await textsWith(source, words, among);
      if (texts.length === 0) throw nowhere(called);
      const redaction = { id: names.id, at: now, by: caller.who, role: caller.role, texts };
      const many = `${texts.length} ${texts.length === 1 ? "text" : "texts"}`;
      const what = `These words are taken out of ${many}, and of what is kept of letters that quote them.`;
      return { ...seen(redaction, events, reason), ...foreseen("TextsRedacted", what) };
    }
    const claim = { subject, name: "RedactText", principal: caller.who, receivedAt: now };
    const { receivedAt } = await claimRequest(source, names, claim);
    const done = await redact(
      source,
      { id: names.id, journey: subject, by: caller.who, role: caller.role, at: receivedAt },
      { words, reason: reason.trim(), among, journeys: journeysIn(subject, events) },
    );
    if (done === null) throw nowhere(called);
    return seen(done, events, (await getTexts(source, [done.reason])).get(done.reason) ?? null);
  }
}

/** Whose letters may quote its texts: a journey's own; those of the schools of a Work Group; none of a payment run. */
function journeysIn(subject: string, events: readonly StoredEvent[]): string[] {
  if (isJourneyId(subject)) return [subject];
  if (!subject.startsWith(groupName(""))) return [];
  const named = events.flatMap(({ data }) => {
    const { journey } = data as { journey?: unknown };
    return typeof journey === "string" ? [journey] : [];
  });
  return [...new Set(named)];
}

/** The ids of an event's texts, each with the event's seq. */
function textsIn(events: readonly StoredEvent[]): [seq: number, text: string][] {
  return events.flatMap(({ seq, data }) => idsIn(data).map(([, text]): [number, string] => [seq, text]));
}

function seen(
  { id, at, by, role, texts }: Omit<Redaction, "journey" | "reason">,
  events: readonly StoredEvent[],
  reason: string | null,
): RedactionSeen {
  const seqs = textsIn(events).flatMap(([seq, text]) => (texts.includes(text) ? [seq] : []));
  const notes = texts.filter(isNoteText).length;
  return { id, at, by: { who: by, role }, reason, events: [...new Set(seqs)], notes };
}

function nowhere(called: string): Refusal {
  const detail = `These words stand in no text of this ${called}: write them as they stand there.`;
  return new Refusal("invalid", detail, { errors: [{ pointer: "/words", detail }] });
}
