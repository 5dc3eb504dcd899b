// Whatever a school and its hub do in a year: who is to come to a meeting is told of it once; who is away, or through,
// has news alone; and nobody is written to more often than is bearable.

import { expect, it } from "@jest/globals";
import fc from "fast-check";
import { EXEMPLARY } from "../../test/support/rehearsing.ts";
import { addDays } from "../calendar/dates.ts";
import { endOfDay, instantAt, localDate, type Instant, type LocalDate } from "../calendar/instants.ts";
import { addSchoolDays, ENGLAND } from "../calendar/terms.ts";
import { lazyCatalogue } from "../config/load-catalogue.ts";
import { isHeadteachers } from "../journey/event-words.ts";
import type { EventOf } from "../journey/events.ts";
import { NOTHING } from "../journey/evolve.ts";
import { yearUnderWay, type Journey } from "../journey/state.ts";
import { teachersNow } from "../journey/teachers.ts";
import { readRehearsal } from "./file.ts";
import { rehearse, type Rehearsed } from "./run.ts";
import { sampled } from "../../test/support/sampled.ts";
import { stepsOf, toldIn, tooOften, type Step } from "../../test/support/written-to.ts";

const ENDS = "2021-10-31";
const CATALOGUE = lazyCatalogue();
const DEVELOPMENT = { prospectus: "2020-21/primary-development" };
const SECONDARY = {
  prospectus: "2020-21/secondary-development",
  school: { urn: 100002, phase: "secondary", funding: "state", headteacher: true },
};

const session = fc.constantFrom("session-1", "session-2", "session-3", "session-9", "headteachers-session");
const teacher = fc.constantFrom("teacher-1", "teacher-2", "teacher-3");
const promise = fc.constantFrom("session-2", "meeting-1", "gap-task-1", "support-visit-autumn", "action-plan");
const reason = fc.constant("It was agreed");
const time = fc.option(fc.constantFrom("09:30", "13:00"), { nil: undefined });

/** What changes meetings, and what else changes who hears of them; `on`: a school day after it is said. */
const ofMeetings = (on: fc.Arbitrary<LocalDate>) => ({
  ScheduleSession: { session, on, startsAt: time },
  MoveSession: { session, on, reason },
  CancelSession: { session, reason },
  BookSupportVisit: { on },
  RescheduleCommitment: { commitment: promise, dueOn: on, reason },
});
const OF_SCHOOL = {
  PauseJourney: { reason },
  ReturnToProgramme: {},
  WithdrawSchool: { reason },
  AdaptDelivery: { delivery: fc.constant("online"), reason },
  OptOutOfReminders: { person: teacher },
  StopBeingContact: { person: teacher },
  ReleaseParticipant: { participant: teacher, reason },
  ReplaceParticipant: { participant: teacher, by: fc.constant("teacher-9"), role: fc.constant("lead-teacher"), reason },
  WaiveCommitment: { commitment: promise, reason },
  AskForAnotherDate: { commitment: promise, reason },
  PlaceInWorkGroup: { workGroup: fc.constant("another-group"), reason },
  ConfirmCompletion: { completed: fc.boolean(), reason },
};

/** A line of a script some day of the year 2020/21, or a little before it. */
const entry = fc.integer({ min: 0, max: 370 }).chain((days) => {
  const day = addDays("2020-08-25", days);
  const on = fc.integer({ min: 1, max: 45 }).map((later) => addSchoolDays(ENGLAND, day, later));
  const one = (commands: Record<string, Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<object> =>
    fc.constantFrom(...Object.entries(commands)).chain(([command, fields]) =>
      fc.record({
        at: fc.constantFrom("T07:10", "T10:20", "T15:40").map((clock) => `${day}${clock}`),
        command: fc.constant(command),
        with: fc.record(fields),
      }),
    );
  return fc.oneof({ weight: 3, arbitrary: one(ofMeetings(on)) }, { weight: 2, arbitrary: one(OF_SCHOOL) });
});

const file = fc.record({
  begins: fc.constantFrom({}, DEVELOPMENT, SECONDARY),
  behaviour: fc.constantFrom("exemplary", "silent"),
  hub: fc.constantFrom("attentive", "absent"),
  script: fc.array(entry, { maxLength: 24 }),
});

class Life {
  readonly steps: readonly Step[];
  readonly rehearsed: Rehearsed;

  constructor(content: object) {
    const read = readRehearsal({ ...EXEMPLARY, ...content, until: ENDS }, CATALOGUE);
    if ("faults" in read) throw new Error(JSON.stringify(read.faults));
    this.rehearsed = rehearse(read.rehearsal, { catalogue: read.catalogue, calendar: ENGLAND });
    this.steps = stepsOf(this.rehearsed.events);
  }

  /** As it stands once all has happened that happens until then, or, `just`, before then. */
  at(when: Instant, just: "until" | "before" = "until"): Journey {
    const isPast = ({ event }: Step): boolean => (just === "until" ? event.at <= when : event.at < when);
    return this.steps.findLast(isPast)?.after ?? NOTHING;
  }
}

interface Meeting {
  code: string;
  on: LocalDate;
}

/** The meetings that are to be: of the group, with headteachers, and the visits that are agreed. */
function meetingsOf(state: Journey): Meeting[] {
  const year = yearUnderWay(state);
  if (year === null) return [];
  const held = new Set(year.evidence.flatMap((one) => (one.kind === "attendance" ? [one.session] : [])));
  const isSession = (kind: string): boolean => kind === "session" || kind === "headteachers-session";
  const isOff = (code: string): boolean => year.commitments.some((one) => one.code === code && one.status === "waived");
  const isPast = (on: LocalDate): boolean => year.evidence.some((one) => one.kind === "visit" && one.on >= on);
  return [
    ...year.commitments
      .filter(({ kind, code, status }) => isSession(kind) && status === "open" && !year.calledOff.includes(code))
      .map(({ code, dueOn: on }) => ({ code, on })),
    ...year.extras.filter(({ code }) => !held.has(code)),
    ...year.booked
      .filter(({ commitment, on }) => !isOff(commitment) && !isPast(on))
      .map(({ commitment: code, on }) => ({ code, on })),
  ].map(({ code, on }) => ({ code, on }));
}

/** Those who are to come: the teachers of the year, and whoever heads the school where a part of it is theirs. */
function comers(state: Journey, { code }: Meeting): string[] {
  const year = yearUnderWay(state);
  if (year === null || state.status === "none") return [];
  const head = state.school.headteacherContact ?? "headteacher";
  const teachers = teachersNow(state).map(({ id }) => id);
  const kind = year.commitments.find((one) => one.code === code)?.kind;
  if (kind === "headteachers-session") return [head];
  const part = year.commitments.some((one) => one.after === code && one.status === "open" && isHeadteachers(one));
  return [...teachers, ...(part ? [head] : [])];
}

/** Every meeting that had its day when its announcement was due, with what is wrong about how it was told. */
function untold(life: Life): string[] {
  const seen = new Map<string, Meeting>();
  for (const { after } of life.steps)
    for (const meeting of meetingsOf(after)) seen.set(`${meeting.code} ${meeting.on}`, meeting);
  const told = toldIn(life.steps);
  return [...seen].flatMap(([name, meeting]) => {
    const due = instantAt(addSchoolDays(ENGLAND, meeting.on, -5), "09:00");
    const stands = (state: Journey): boolean =>
      meetingsOf(state).some(({ code, on }) => code === meeting.code && on === meeting.on);
    if (due > ENDS || !stands(life.at(due, "before"))) return [];
    const announced = life.steps.filter(
      ({ event }) => event.type === "MeetingAnnounced" && event.meeting === meeting.code && event.on === meeting.on,
    );
    const times = announced.filter(({ event }) => event.at >= due && event.at < addDays(localDate(due), 1));
    if (times.length !== 1) return [`${name} is announced ${times.length} times on ${localDate(due)}`];
    // Who is still to come when the day has come, of a meeting that was held as announced.
    const [one] = times;
    const end = endOfDay(addDays(meeting.on, -1));
    if (!one || !stands(life.at(end))) return [];
    const still = comers(life.at(end), meeting);
    return comers(one.before, meeting)
      .filter((person) => still.includes(person))
      .flatMap((person) => {
        const letters = told.filter(
          ({ person: who, tells, at }) => who === person && tells === one.event.seq && at <= end,
        );
        return letters.length === 1 ? [] : [`${person} has ${name} announced in ${letters.length} letters`];
      });
  });
}

/** Is it of the year to which the school is invited, while its place is kept for its answer? */
function isKept(state: Journey, { into, on, at }: EventOf<"MeetingAnnounced">): boolean {
  if (state.status !== "participating" || state.year !== null || state.invitation?.academicYear !== into) return false;
  const last = `${into?.slice(0, 4)}-10-31`;
  return localDate(at) > `${into?.slice(0, 4)}-08-31` && on <= last && localDate(at) <= last;
}

/** Meetings that are announced for a day on which they are not to be by then. */
function madeUp(life: Life): string[] {
  return life.steps.flatMap(({ event, before }) =>
    event.type === "MeetingAnnounced" &&
    event.to.length > 0 &&
    !(event.into !== undefined && isKept(before, event)) &&
    !meetingsOf(before).some(({ code, on }) => code === event.meeting && on === event.on)
      ? [`${event.meeting} on ${event.on}, announced ${event.at}`]
      : [],
  );
}

/** What else than news reaches a school that is away, has left or is through; not what its hub's staff hear. */
function beyondNews(life: Life): string[] {
  return life.rehearsed.letters.flatMap(({ at, cause, kind }) => {
    const { status } = life.at(at);
    const away = status === "paused" || status === "withdrawn" || status === "completed";
    return away && cause !== "news" && kind !== "morning" ? [`${status}: ${kind}`] : [];
  });
}

it("whoever is to come to a meeting has it announced once, who is away has news alone, and nobody too many", () => {
  fc.assert(
    fc.property(file, ({ begins, ...rest }) => {
      const life = new Life({ ...begins, ...rest });
      const wrong = {
        untold: untold(life),
        madeUp: madeUp(life),
        beyondNews: beyondNews(life),
        tooOften: tooOften(toldIn(life.steps)),
      };
      expect(wrong).toEqual({ untold: [], madeUp: [], beyondNews: [], tooOften: [] });
    }),
    sampled(50),
  );
});
