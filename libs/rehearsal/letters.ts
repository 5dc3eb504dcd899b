// Every letter of a rehearsal, as it would go out: written from the journey as it stands in that moment.

import type { Instant } from "../calendar/instants.ts";
import { effectOf } from "../journey/effects.ts";
import type { LetterCause } from "../journey/event-words.ts";
import type { JourneyEvent, Recipient, Recorded } from "../journey/events.ts";
import { evolve, fold, NOTHING } from "../journey/evolve.ts";
import type { Rules } from "../journey/rules.ts";
import type { Journey } from "../journey/state.ts";
import { noticesAsked } from "../letters/gathered.ts";
import type { Envelope, Printed } from "../letters/letter.ts";
import { nothingBeside, type Notice } from "../letters/told.ts";
import type { Reader } from "../letters/words.ts";

export interface RehearsedLetter {
  at: Instant;
  /** The file of its words in libs/letters; of several in one, the most urgent. */
  kind: string;
  cause: LetterCause;
  to: readonly Reader[];
  about: readonly string[];
  subject: string;
  /** The whole letter, to the first of its readers. */
  letter: Printed;
}

/**
 * The letters that come of these events, in order. `school`: how it is called in them; `texts`: what people wrote, by
 * its id.
 */
export function lettersOf(
  all: readonly Recorded[],
  rules: Rules,
  school: { urn: string; name: string | null },
  texts: ReadonlyMap<string, string> = new Map(),
): RehearsedLetter[] {
  const letters: RehearsedLetter[] = [];
  let state: Journey = NOTHING;
  for (const [index, event] of all.entries()) {
    state = evolve(state, event);
    if (effectOf(event) === null) continue;
    // A letter goes out once all of its moment is known.
    const { then, events } = atEndOf(all, index, state);
    if (then.status === "none") continue;
    const told = { event, events, state: then };
    const { hub } = then;
    const beside = { ...nothingBeside(rules), text: (id: string) => texts.get(id) ?? null };
    for (const notice of noticesAsked(told, beside)) {
      const left = then.participants.filter(({ id }) => notice.left?.includes(id) === true);
      const to = [...new Set([...notice.to, ...(notice.copies ?? []), ...left.map(({ role }) => role)])];
      const letter = notice.write(envelopeOf(notice, to[0] ?? "applicant", school, hub, rules));
      const { kind, about } = notice;
      letters.push({ at: event.at, kind, cause: causeOf(event, notice), to, about, subject: letter.subject, letter });
    }
  }
  return letters;
}

/** The journey when all of the moment of an event has happened; `state`: just after that event. */
function atEndOf(all: readonly Recorded[], index: number, state: Journey): { then: Journey; events: Recorded[] } {
  const at = all[index]?.at;
  let end = index + 1;
  while (all[end]?.at === at && end < all.length) end += 1;
  return { then: fold(all.slice(index + 1, end), state), events: all.slice(0, end) };
}

/** A letter that goes by itself is news; but for a reminder that somebody sends again. */
export function causeOf(event: JourneyEvent, { cause }: Notice): LetterCause {
  if (cause !== undefined) return cause;
  if (event.type === "CommitmentEscalated") return "chaser";
  return event.type === "ReminderResent" || event.type === "ReminderDue" || event.type === "ChaserDue"
    ? "reminder"
    : "news";
}

/** What a letter is written with where nobody is known by name. */
export function envelopeOf(
  { prospectus: id }: Notice,
  role: Recipient,
  school: Envelope["school"],
  hub: string,
  { catalogue }: Rules,
): Envelope {
  const prospectus = id === null ? null : catalogue.get(id);
  return {
    reader: { name: null, role, standsInFor: [] },
    school,
    hub,
    programme: prospectus ? `${prospectus.title} ${prospectus.academicYear}` : null,
    reference: "rehearsal",
    inbox: "the hub’s inbox",
    page: null,
  };
}
