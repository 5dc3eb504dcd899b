// The letter that an event asks for, as things stand: sent only while what it says still holds. The service, a
// rehearsal and the letters ahead all ask here.

import type { Recorded } from "../journey/events.ts";
import { intakeNotice, isIntake } from "./of-intake.ts";
import { invitedBy } from "./held-meeting.ts";
import { invitedAnew } from "./invited-anew.ts";
import { isSuperseded } from "./holds.ts";
import { releasedNotice } from "./of-grant.ts";
import { meetingNotice } from "./of-meeting.ts";
import { missedNotice } from "./of-missed.ts";
import { isNews, newsNotice } from "./of-news.ts";
import { placedNotice } from "./of-placement.ts";
import { termNotice } from "./of-term.ts";
import { readinessUndecided } from "./readiness-undecided.ts";
import { writtenNotice } from "./of-written.ts";
import { NothingToTell, type Beside, type Notice, type Told } from "./told.ts";

/**
 * The letter that an event asks for; null where the journey has gone on. Throws NothingToTell for an event of which
 * nobody is told.
 */
export function noticeOf(told: Told, beside: Beside): Notice | null {
  const notice = written(told, beside);
  if (notice === null) return null;
  const invites = [...invitedBy(told, beside), ...invitedAnew(told, beside)];
  return { ...notice, of: told.event.seq, ...(invites.length > 0 && { invites }) };
}

function written(told: Told, beside: Beside): Notice | null {
  const { event } = told;
  switch (event.type) {
    case "ReminderDue":
    case "ReminderResent":
    case "ChaserDue":
      return termNotice({ ...told, event }, beside);
    case "CommitmentEscalated":
      return missedNotice({ ...told, event }, beside);
    case "MeetingAnnounced":
      return meetingNotice({ ...told, event }, beside);
    case "GrantReleased":
      return releasedNotice({ ...told, event }, beside);
    // Another letter of the hub's does not take its place.
    case "LetterWritten":
      return writtenNotice({ ...told, event }, beside);
    case "SchoolPlaced":
      return isSuperseded(told) ? null : placedNotice({ ...told, event }, beside);
    case "TaskOpened":
      return isSuperseded(told) ? null : undecided(told);
    default:
      if (isNews(told)) return newsNotice(told, beside);
      if (!isIntake(told)) throw new NothingToTell(event);
      return isSuperseded(told) ? null : intakeNotice(told, beside);
  }
}

/** Opened in the moment in which the year ends: by now it is the last one past. */
function undecided({ event, state }: Told): Notice {
  const year = state.past.findLast((one) => one.readinessAsked && one.ready === null);
  if (!year || event.type !== "TaskOpened" || event.about !== "readiness") throw new NothingToTell(event);
  return {
    kind: "readiness-undecided",
    to: ["hub-lead"],
    about: [year.prospectus],
    prospectus: year.prospectus,
    write: (envelope) => readinessUndecided(envelope, year),
  };
}

/**
 * A letter that is sent once more says what the event that asked for it at first has it say, as things stand now.
 * Throws NothingToTell where there is no such event.
 */
export function firstAsked(event: Recorded, events: readonly Recorded[]): Recorded {
  let first = event;
  for (let again = first; again.type === "LetterResent"; again = first) {
    const { letter } = again;
    const before = events.find(({ seq }) => seq === letter);
    if (before === undefined || before.seq >= again.seq) throw new NothingToTell(again);
    first = before;
  }
  return first;
}
