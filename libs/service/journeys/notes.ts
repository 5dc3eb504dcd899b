// What a hub notes about a school, for itself: its own people read it, wherever the school goes; the school, its next
// hub, and whoever looks after money or the country never do.

import { instantFromMs, isLocalDate, localDate, type LocalDate } from "../../calendar/instants.ts";
import { noteOf, notesOf, putFollowedUp, putNote, type JourneyNote } from "../../people/journey-notes.ts";
import type { Principal } from "../access/principal.ts";
import { mustHold } from "../access/roles.ts";
import type { Asked } from "../commands/asked.ts";
import { claimRequest, named } from "../commands/claim.ts";
import { foreseen, type Foreseen } from "../commands/foreseen.ts";
import { journeyBehind, journeyPart } from "../commands/journey-behind.ts";
import type { Database } from "../database.ts";
import { hubCode } from "../hub-code.ts";
import { Refusal } from "../refusal.ts";
import type { ServiceSettings } from "../settings.ts";
import { validated } from "../shape/checked.ts";
import { Day, Named, Text } from "../shape/field.ts";
import { JOURNEY_ROLES } from "./journeys.ts";

export type { JourneyNote } from "../../people/journey-notes.ts";

/** Those of a hub who read what else was written about a school. */
export const NOTE_ROLES = JOURNEY_ROLES.words;

const MOST_TEXT = 4_000;

@Named("Note")
export class NoteBody {
  @Text({
    shape: /\S/u,
    else: "text is missing: the note, in plain words.",
    most: MOST_TEXT,
    says: "The note, in plain words; sealed, and read by your own hub alone",
    example: "The headteacher leaves at Easter: ask who follows.",
  })
  text: string;

  @Day({ optional: true, says: "A day, from today on, on which somebody is to come back to it", example: undefined })
  followUpOn?: LocalDate | null;
}

export class Notes {
  constructor(
    private readonly database: Database,
    private readonly settings: Pick<ServiceSettings, "clock">,
  ) {}

  /**
   * What the caller's hub has noted about a school, the latest first; also once the school has left. Notes whose words
   * were erased are not among them. @throws Refusal `forbidden`, `not-found`
   */
  async list(caller: Principal, id: string): Promise<JourneyNote[]> {
    mustHold(caller, NOTE_ROLES);
    const source = await this.database.open();
    const { journey } = await journeyPart(source, id, caller);
    return notesOf(source, journey, hubCode(caller.hub ?? ""));
  }

  /**
   * Notes something about a school that is at the caller's hub, once however often it is asked.
   * @throws Refusal `forbidden`, `not-found`, `invalid`, `key-reused`
   */
  async write(id: string, asked: Asked): Promise<JourneyNote & Partial<Foreseen>> {
    const { caller, body } = asked;
    mustHold(caller, NOTE_ROLES);
    const source = await this.database.open();
    const journey = await journeyBehind(source, id, caller);
    const names = await named(source, asked, `journeys/${journey}/notes`);
    const hub = hubCode(caller.hub ?? "");
    // Sent again on another day, it is judged as it was at first.
    const receivedAt = names.known?.receivedAt ?? instantFromMs(this.settings.clock());
    const { text, followUpOn = null } = noteIn(body, localDate(receivedAt));
    const by = { who: caller.who, role: caller.role };
    const note = { id: names.id, at: receivedAt, by, text: text.trim(), followUpOn };
    if (asked.preview)
      return { ...note, followedUp: null, ...foreseen("NoteWritten", "The note stands on the school’s page.") };
    return source.transaction(async (manager) => {
      const claim = { subject: journey, name: "WriteNote", principal: caller.who, receivedAt };
      const { receivedAt: at } = await claimRequest(manager, names, claim);
      await putNote(manager, { journey, hub, note: { ...note, at } });
      const kept = await noteOf(manager, { journey, hub, note: note.id });
      // Written before, and its words were erased since.
      if (kept === null) throw noNote(note.id);
      return kept;
    });
  }

  /**
   * Marks a note as followed up. Whoever does so first stands there; again, it changes nothing.
   * @throws Refusal `forbidden`, `not-found`, `not-in-this-state` where it has no day for that, `key-reused`
   */
  async followUp(id: string, note: string, asked: Asked): Promise<JourneyNote & Partial<Foreseen>> {
    const { caller } = asked;
    mustHold(caller, NOTE_ROLES);
    const source = await this.database.open();
    const journey = await journeyBehind(source, id, caller);
    const which = { journey, hub: hubCode(caller.hub ?? ""), note };
    const before = await noteOf(source, which);
    if (before === null) throw noNote(note);
    if (before.followUpOn === null)
      throw new Refusal("not-in-this-state", "This note has no day on which it was to be followed up.");
    const names = await named(source, asked, `journeys/${journey}/notes/${note}/followed-up`);
    const now = instantFromMs(this.settings.clock());
    const done = { at: now, by: { who: caller.who, role: caller.role } };
    if (asked.preview)
      return {
        ...before,
        followedUp: before.followedUp ?? done,
        ...foreseen("NoteFollowedUp", "The note waits for nobody any more."),
      };
    return source.transaction(async (manager) => {
      const claim = { subject: journey, name: "FollowUpNote", principal: caller.who, receivedAt: now };
      const { receivedAt: at } = await claimRequest(manager, names, claim);
      await putFollowedUp(manager, note, { ...done, at });
      return (await noteOf(manager, which)) ?? before;
    });
  }
}

/** A note as it was sent. @throws Refusal `invalid`, with all that is wrong with it at once */
function noteIn(body: unknown, today: LocalDate): NoteBody {
  const { followUpOn } = Object(body) as Record<string, unknown>;
  const past = typeof followUpOn === "string" && isLocalDate(followUpOn) && followUpOn < today;
  const detail = "It is today or a later day.";
  const late = past ? [{ pointer: "/followUpOn", detail }] : [];
  let note: NoteBody;
  try {
    note = validated(NoteBody, body);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal("invalid", error.detail, { errors: [...(error.errors ?? []), ...late] });
  }
  if (past) throw new Refusal("invalid", "The day to follow it up is today or a later one.", { errors: late });
  return note;
}

function noNote(id: string): Refusal {
  const sought = { kind: "note", id } as const;
  return new Refusal("not-found", "Your hub has no note with this id about this school.", { sought });
}
