// What a hub notes about a school, for itself: its own people read it, wherever the school goes; the school, its next
// hub, and whoever looks after money or the country never do.

import type { DataSource } from "typeorm";
import { instantFromMs, isLocalDate, localDate, type Instant, type LocalDate } from "../../calendar/instants.ts";
import {
  holdNote,
  noteOf,
  notesOf,
  putAmended,
  putFollowedUp,
  putNote,
  putWithdrawn,
  withdrawnOf,
  type DoneByOne,
  type JourneyNote,
  type WhichNote,
} from "../../people/journey-notes.ts";
import { findCommand } from "../../store/command-log.ts";
import type { Queryable } from "../../store/prepared.ts";
import type { Principal } from "../access/principal.ts";
import { mustHold } from "../access/roles.ts";
import type { SecurityLog } from "../access/security-log.ts";
import type { Asked } from "../commands/asked.ts";
import { claimRequest, named, type Named as NamedRequest } from "../commands/claim.ts";
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

/** That a note is gone: by whom and when. */
export interface NoteWithdrawn extends DoneByOne {
  id: string;
}

/** What is done to a note: what it is called among commands and in an address. */
const CHANGES = { AmendNote: "amend", WithdrawNote: "withdraw", FollowUpNote: "followed-up" } as const;

export class Notes {
  constructor(
    private readonly database: Database,
    private readonly settings: Pick<ServiceSettings, "clock">,
    private readonly security: Pick<SecurityLog, "note">,
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

  /** One of them. @throws Refusal `forbidden`, `not-found` also of a school that has left */
  async one(caller: Principal, id: string, note: string): Promise<JourneyNote> {
    const { before } = await this.meant(caller, id, note);
    if (before === null) throw noNote(note);
    return before;
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
      return { ...note, ...UNTOUCHED, ...foreseen("NoteWritten", "The note stands on the school’s page.") };
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
   * Says a note in other words, whoever of the hub wrote it, with a day to follow it up or none. What it said before is
   * gone. With another day than before, it waits anew.
   * @throws Refusal `forbidden`, `not-found` also where it was taken back, `invalid`, `key-reused`
   */
  async amend(id: string, note: string, asked: Asked): Promise<JourneyNote & Partial<Foreseen>> {
    const { source, which, before } = await this.meant(asked.caller, id, note);
    if (before === null) throw noNote(note);
    const { names, done } = await this.asked(source, asked, which, "AmendNote");
    // What was taken once stays taken, and a day that is over may stay as it is.
    const { known } = names;
    const { text, followUpOn = null } = noteIn(asked.body, known ? null : localDate(done.at), before.followUpOn);
    const now = { text: text.trim(), followUpOn };
    if (asked.preview) {
      const followedUp = followUpOn === before.followUpOn ? before.followedUp : null;
      const what = "The note says this from now on; what it said before is kept nowhere.";
      return { ...before, ...now, followedUp, changed: done, ...foreseen("NoteAmended", what) };
    }
    return source.transaction(async (manager) => {
      const at = await this.claimed(manager, names, which, "AmendNote", done);
      if (at !== null) await putAmended(manager, note, now, { ...done, at });
      const kept = await noteOf(manager, which);
      if (kept === null) throw noNote(note);
      return kept;
    });
  }

  /**
   * Takes a note back, whoever of the hub wrote it: its words are gone. Again, it changes nothing. That it was done is
   * noted among who did what.
   * @throws Refusal `forbidden`, `not-found`, `key-reused`
   */
  async withdraw(id: string, note: string, asked: Asked): Promise<NoteWithdrawn & Partial<Foreseen>> {
    const { caller } = asked;
    const { source, which, before } = await this.meant(caller, id, note);
    const earlier = await withdrawnOf(source, which);
    if (before === null && earlier === null) throw noNote(note);
    const { names, done } = await this.asked(source, asked, which, "WithdrawNote");
    if (asked.preview) {
      const what = "The note is gone: what it said is kept nowhere.";
      return { id: note, ...(earlier ?? done), ...foreseen("NoteWithdrawn", what) };
    }
    if (earlier === null) {
      const about = `journey ${which.journey}`;
      await this.security.note({ what: "note-withdrawn", by: caller, about, request: asked.request });
    }
    return source.transaction(async (manager) => {
      const at = await this.claimed(manager, names, which, "WithdrawNote", done);
      await putWithdrawn(manager, note, { ...done, at: at ?? done.at });
      return { id: note, ...((await withdrawnOf(manager, which)) ?? done) };
    });
  }

  /**
   * Marks a note as followed up. Whoever does so first stands there; again, it changes nothing.
   * @throws Refusal `forbidden`, `not-found`, `not-in-this-state` where it has no day for that, `key-reused`
   */
  async followUp(id: string, note: string, asked: Asked): Promise<JourneyNote & Partial<Foreseen>> {
    const { source, which, before } = await this.meant(asked.caller, id, note);
    if (before === null) throw noNote(note);
    if (before.followUpOn === null)
      throw new Refusal("not-in-this-state", "This note has no day on which it was to be followed up.");
    const { names, done } = await this.asked(source, asked, which, "FollowUpNote");
    if (asked.preview) {
      const followedUp = before.followedUp ?? done;
      return { ...before, followedUp, ...foreseen("NoteFollowedUp", "The note waits for nobody any more.") };
    }
    return source.transaction(async (manager) => {
      const at = await this.claimed(manager, names, which, "FollowUpNote", done);
      if (at !== null) await putFollowedUp(manager, note, { ...done, at });
      const kept = await noteOf(manager, which);
      if (kept === null) throw noNote(note);
      return kept;
    });
  }

  /** Which note is meant, and what it is; null where it is none. @throws Refusal `forbidden`, `not-found` */
  private async meant(
    caller: Principal,
    id: string,
    note: string,
  ): Promise<{ source: DataSource; which: WhichNote; before: JourneyNote | null }> {
    mustHold(caller, NOTE_ROLES);
    const source = await this.database.open();
    const which = { journey: await journeyBehind(source, id, caller), hub: hubCode(caller.hub ?? ""), note };
    return { source, which, before: await noteOf(source, which) };
  }

  /** What is asked of a note by its names, and who would have done it now. */
  private async asked(
    source: DataSource,
    asked: Asked,
    { journey, note }: WhichNote,
    change: keyof typeof CHANGES,
  ): Promise<{ names: NamedRequest; done: DoneByOne }> {
    const names = await named(source, asked, `journeys/${journey}/notes/${note}/${CHANGES[change]}`);
    const { who, role } = asked.caller;
    return { names, done: { at: instantFromMs(this.settings.clock()), by: { who, role } } };
  }

  /**
   * Claims a change of a note, behind whoever changes it at the same time. Answers its moment; null where it was done
   * already: somebody else may have changed the note since, and that stands.
   */
  private async claimed(
    manager: Queryable,
    names: NamedRequest,
    which: WhichNote,
    name: keyof typeof CHANGES,
    { at: receivedAt, by }: DoneByOne,
  ): Promise<Instant | null> {
    await holdNote(manager, which);
    const before = await findCommand(manager, names.id);
    const claim = { subject: which.journey, name, principal: by.who, receivedAt };
    const { receivedAt: at } = await claimRequest(manager, names, claim);
    return before === null ? at : null;
  }
}

/** What nobody has come back to yet. */
const UNTOUCHED = { followedUp: null, changed: null };

/**
 * A note as it was sent. `today`: from when on its day may be, null: any; `kept`: the day that it has, which may stay.
 * @throws Refusal `invalid`, with all that is wrong with it at once
 */
function noteIn(body: unknown, today: LocalDate | null, kept: LocalDate | null = null): NoteBody {
  const { followUpOn } = Object(body) as Record<string, unknown>;
  const isNew = typeof followUpOn === "string" && isLocalDate(followUpOn) && followUpOn !== kept;
  const past = isNew && today !== null && followUpOn < today;
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
