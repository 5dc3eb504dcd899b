// A session or a visit as an invitation (RFC 5546) that goes with a letter: programs such as Outlook and Google put it
// into the reader's calendar, move it there, and take it out again.

import type { Instant, LocalDate } from "../calendar/instants.ts";
import { icalendar, uidOf, type IcalMethod, type Party } from "../calendar/ical.ts";
import type { Times, Where } from "../journey/arranged.ts";

/** The session or visit that somebody is to come to, as it is held now, or was to be. */
export interface Meeting extends Times {
  /** The journey of the school whose letter it is, the academic year, and the commitment: `session-1`. */
  journey: string;
  academicYear: string;
  code: string;
  on: LocalDate;
  /** In words of people, so far as they are known; of a visit the school. Where it is online the link counts. */
  place?: string | null;
  link?: string | null;
  where?: Where;
}

/** What goes with an e-mail: see `Mail.calendar`. */
export interface Invitation {
  method: IcalMethod;
  content: string;
}

/**
 * The invitation to a meeting, or its end, for one reader.
 *
 * `called`: its title, such as `Work Group meeting 1`. `says`: what else the reader should know, in sentences.
 * `version`: the seq of the journey's event that made it so (SessionScheduled, SessionMoved, SessionCancelled,
 * SupportVisitBooked, StageStarted, …): of two letters about one meeting the later has the higher. `at`: when that
 * was. `organizer`: the hub and its inbox, where answers of the reader's calendar go. `attendee`: the very address
 * to which the letter goes, or programs take it for somebody else's. `cancelled`: it takes the meeting out of the
 * calendar, which is called off; or takes place without this reader (`alone`), who is not to come any more.
 *
 * The same meeting has the same UID in every letter, and in the calendar that the school subscribes to, wherever it
 * is moved; so has it when the school goes to another group. One meeting, one invitation: programs take the first
 * of several and leave the others. A meeting without times is of the whole day. The same arguments give the same
 * bytes: a letter sent again brings the same. Throws RangeError for a date or time that is none.
 */
export function invitationFor(
  meeting: Meeting,
  about: {
    called: string;
    says?: string;
    version: number;
    at: Instant;
    organizer: Party;
    attendee: Party;
    cancelled?: boolean;
    alone?: boolean;
  },
): Invitation {
  const { journey, academicYear, code, on, startsAt, endsAt, place, link, where } = meeting;
  const { called, says = "", version, at, organizer, attendee, cancelled = false, alone = false } = about;
  const online = where === "online";
  const join = online && link ? `Join here: ${link}` : "";
  const method = cancelled ? "CANCEL" : "REQUEST";
  const content = icalendar(method, [
    {
      uid: uidOf(thingOf({ journey, academicYear, code })),
      sequence: version,
      stamp: at,
      title: cancelled && !alone ? `Called off: ${called}` : called,
      says: [join, says].filter((one) => one !== "").join("\n\n"),
      when: { on, ...(startsAt !== undefined && { startsAt }), ...(endsAt !== undefined && { endsAt }) },
      place: online ? (link ?? "Online") : (place ?? null),
      cancelled,
      busy: !cancelled && startsAt !== undefined,
      organizer,
      attendee,
    },
  ]);
  return { method, content };
}

/** Which meeting it is, wherever it is moved: as the forward calendar calls what falls due with it. */
export function thingOf({ journey, academicYear, code }: Pick<Meeting, "journey" | "academicYear" | "code">): string {
  return `${journey}/CommitmentDue/${academicYear}/${code}`;
}
