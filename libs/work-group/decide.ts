// Decisions on a Work Group: who leads it, how many schools it holds, when it meets.

import { firstDay, lastDay } from "../calendar/academic-years.ts";
import { addDays } from "../calendar/dates.ts";
import { localDate, type Instant, type LocalDate } from "../calendar/instants.ts";
import { nextSchoolDay, type SchoolCalendar } from "../calendar/terms.ts";
import { planOf } from "../journey/commitments.ts";
import type { Rules } from "../journey/rules.ts";
import { because, needsReason } from "../journey/decide/common.ts";
import { reject, type Rejection } from "../journey/rejection.ts";
import { invalid } from "../journey/wire.ts";
import type { Prospectus } from "../prospectus/prospectus.ts";
import type { Command, CommandData, CommandName, CommandOf, SchoolRegister } from "./commands.ts";
import { nextUp, type Next } from "./due.ts";
import type { GroupEvent } from "./events.ts";
import { step } from "./evolve.ts";
import { members, type Formed, type Session, type WorkGroup } from "./state.ts";

export type Decision = { events: GroupEvent[] } | { rejection: Rejection };
type Decide<N extends CommandName> = (group: WorkGroup, command: CommandOf<N>, rules: Rules) => Decision;
type Fault = { rejection: Rejection } | null;

/** Decides a command of a Work Group: its events, or one rejection. Pure, as a journey's `decide`. */
export function decide(group: WorkGroup, command: Command, rules: Rules): Decision {
  const version = group.status === "none" ? 0 : group.seq;
  if (command.expected !== undefined && command.expected !== version) {
    return reject(
      "version-conflict",
      `The Work Group has changed since: its version is ${version}, not ${command.expected}. Read it again.`,
    );
  }
  return (VERBS[command.type] as Decide<CommandName>)(group, command as never, rules);
}

const VERBS: { [N in CommandName]: Decide<N> } = {
  FormWorkGroup: (group, { at, data }, rules) => {
    if (group.status !== "none") return reject("not-in-this-state", "A Work Group of that name is formed already.");
    const prospectus = rules.catalogue.get(data.prospectus);
    if (!prospectus) return reject("not-found", "There is no such prospectus.");
    const places = placesOf(prospectus, data.places);
    if ("rejection" in places) return places;
    const { hub, lead, leadRole } = data;
    if (localDate(at) > lastDay(prospectus.academicYear))
      return reject("not-in-this-state", "The academic year of that programme is over.");
    const fault = leadFit(prospectus, data) ?? datesFit(prospectus, data.sessions ?? []);
    return (
      fault ?? {
        events: [
          {
            type: "WorkGroupFormed",
            at,
            hub,
            prospectus: prospectus.id,
            academicYear: prospectus.academicYear,
            lead,
            leadRole,
            places: places.places,
            sessions: sessionsOf(prospectus, data, calendarOf(rules, hub)),
          },
        ],
      }
    );
  },

  ChangeLead: formed((group, { at, data }, { catalogue }) => {
    const prospectus = catalogue.get(group.prospectus);
    const fault = needsReason(data) ?? (prospectus ? leadFit(prospectus, data) : null);
    return (
      fault ?? { events: [{ type: "LeadChanged", at, lead: data.lead, leadRole: data.leadRole, ...because(data) }] }
    );
  }),

  ScheduleSession: formed((group, { at, data }, { catalogue }) => {
    const prospectus = catalogue.get(group.prospectus);
    if (!prospectus || !isSessionOf(prospectus, data.session)) return unknownSession(group);
    const had = group.sessions.find((one) => one.code === data.session);
    if (had?.status === "held") return held();
    const length = data.length ?? had?.length ?? prospectus.commitments.meetings.length.value;
    const where = data.where ?? (group.delivery === "online" ? "online" : "in-person");
    return (
      withinYear(group, at, data.on) ?? {
        events: [{ type: "SessionScheduled", at, session: data.session, on: data.on, length, where }],
      }
    );
  }),

  MoveSession: formed((group, { at, data }) =>
    withSession(
      group,
      data.session,
      (session) =>
        needsReason(data) ??
        withinYear(group, at, data.on) ?? {
          events: [
            { type: "SessionMoved", at, session: session.code, on: data.on, from: session.on, ...because(data) },
          ],
        },
    ),
  ),

  CancelSession: formed((group, { at, data }) =>
    withSession(group, data.session, (session) => {
      if (session.status === "cancelled") return reject("not-in-this-state", "The session is called off already.");
      return (
        needsReason(data) ?? { events: [{ type: "SessionCancelled", at, session: session.code, ...because(data) }] }
      );
    }),
  ),

  TakeRegister: formed((group, { at, data }) => {
    const known = group.sessions.find((one) => one.code === data.session);
    if (!known) return unknownSession(group);
    if (known.status === "cancelled")
      return reject("not-in-this-state", "The session was called off: schedule it again first.");
    if (data.on > localDate(at))
      return reject("in-the-future", `${data.on} is still to come: take the register once the session has been held.`);
    const first = firstDay(group.academicYear);
    if (data.on < first)
      return invalid([{ pointer: "/on", detail: `A session of this Work Group is of ${first} or later.` }]);
    const schools = data.schools.map(({ journey, present, absent = [], headteacher = false }) => ({
      journey,
      present: [...new Set(present)],
      absent,
      headteacher,
    }));
    // A later register is a correction, or a repeat for those who missed it: what each journey makes of it follows
    // there.
    return (
      schoolsFit(group, data.schools) ?? {
        events: [{ type: "RegisterTaken", at, session: data.session, on: data.on, schools }],
      }
    );
  }),

  BookSupportVisit: formed((group, { at, data }) => {
    if (!members(group).includes(data.journey))
      return invalid([{ pointer: "/journey", detail: "That school is not in this Work Group." }]);
    return (
      withinYear(group, at, data.on) ?? {
        events: [{ type: "SupportVisitBooked", at, journey: data.journey, on: data.on, term: data.term ?? null }],
      }
    );
  }),

  AdaptDelivery: formed((group, { at, data }, rules) => {
    const later =
      data.delivery === "extended" && data.weeks !== undefined ? extended(group, at, data.weeks, rules) : [];
    const last = lastDay(group.academicYear);
    if (later.some((one) => one.on > last))
      return invalid([
        { pointer: "/weeks", detail: `A session would come after ${last}, the end of the academic year.` },
      ]);
    return (
      needsReason(data) ?? {
        events: [{ type: "DeliveryAdapted", at, delivery: data.delivery, ...because(data) }, ...later],
      }
    );
  }),

  OfferTogether: formed((_group, { data }) => {
    const two = data.schools.length > 1 && new Set(data.schools).size === data.schools.length;
    return two
      ? { events: [] }
      : invalid([
          {
            pointer: "/schools",
            detail: "Name two schools at least, each once; a single one is offered its place by offer-place.",
          },
        ]);
  }),

  Tick: (group, { at }) => {
    const events: GroupEvent[] = [];
    let now = group;
    for (let next = nextUp(now); next && next.at <= at; next = nextUp(now)) {
      const brought = bring(now, next, at);
      now = step(now, brought);
      events.push(brought);
    }
    return { events };
  },

  RecordEffect: (group, { at, data }) => {
    const open = group.status === "none" ? undefined : group.effects.find((one) => one.seq === data.effect);
    if (!open || (data.outcome === "stalled" && open.stalled)) return { events: [] };
    if (data.outcome === "stalled")
      return { events: [{ type: "EffectStalled", at, effect: data.effect, code: data.code ?? "unknown" }] };
    return { events: [{ type: "EffectPerformed", at, effect: data.effect, messageId: null }] };
  },
};

function bring(group: WorkGroup, next: Next, at: Instant): GroupEvent {
  if (next.what === "next-offer") return { type: "PlaceReserved", at, journey: next.first.journey, fromWaitlist: true };
  return { type: "WorkGroupEnded", at, academicYear: group.status === "none" ? "" : group.academicYear };
}

function formed<N extends CommandName>(
  verb: (group: Formed, command: CommandOf<N>, rules: Rules) => Decision,
): Decide<N> {
  return (group, command, rules) => {
    if (group.status === "none") return reject("not-found", "There is no Work Group of that name: form it first.");
    if (group.status === "ended")
      return reject("not-in-this-state", `The Work Group's year, ${group.academicYear}, is over.`);
    return verb(group, command, rules);
  };
}

function withSession(group: Formed, code: string, verb: (session: Session) => Decision): Decision {
  const session = group.sessions.find((one) => one.code === code);
  if (!session) return unknownSession(group);
  return session.status === "held" ? held() : verb(session);
}

/**
 * How many schools it holds: as the page has it (two exactly; six or seven; up to eight), or as the hub says where no
 * page does.
 */
function placesOf(
  prospectus: Prospectus,
  asked: number | undefined,
): { places: Formed["places"] } | { rejection: Rejection } {
  const size = prospectus.groupSize;
  if (!size) return { places: asked === undefined ? null : { least: 1, most: asked } };
  const least = size.least.value;
  const most = size.most.value;
  if (asked !== undefined && (asked < least || asked > most)) {
    const range = least === most ? `exactly ${most}` : `${least} to ${most}`;
    return invalid([{ pointer: "/places", detail: `A Work Group of this programme holds ${range} schools.` }]);
  }
  return { places: { least, most: asked ?? most } };
}

/** The lead fits the stage: a Readiness Lead, a Mastery Specialist… as the page names them. */
function leadFit(
  prospectus: Prospectus,
  { leadRole, secondYearDone }: Pick<CommandData["FormWorkGroup"], "leadRole" | "secondYearDone">,
): Fault {
  const wanted = leadRoleOf(prospectus);
  if (wanted !== null && leadRole !== wanted) {
    return reject("lead-not-fit", `This Work Group is led by a ${prospectus.lead.value}: leadRole ${wanted}.`);
  }
  if (prospectus.leadMust?.source === "seed" && secondYearDone !== true) {
    return reject(
      "lead-not-fit",
      "The lead has completed the second year of the national programme: say secondYearDone.",
    );
  }
  return null;
}

/** `Secondary Mastery Specialist` → `secondary-mastery-specialist`; null where no page says who leads. */
export function leadRoleOf({ lead }: Prospectus): string | null {
  return lead.source === "seed" ? usualRoleOf({ lead }) : null;
}

/** The same, also where it is nobody's page but an assumption who leads. */
export function usualRoleOf({ lead }: Pick<Prospectus, "lead">): string {
  return lead.value
    .toLowerCase()
    .replaceAll(/[^a-z]+/gu, "-")
    .replaceAll(/^-|-$/gu, "");
}

function datesFit(
  { academicYear, ...prospectus }: Prospectus,
  sessions: NonNullable<CommandData["FormWorkGroup"]["sessions"]>,
): Fault {
  const faults = sessions.flatMap(({ session, on }, index) => {
    if (!isSessionOf(prospectus, session))
      return [{ pointer: `/sessions/${index}/session`, detail: sessionsThere(prospectus) }];
    const within = on >= firstDay(academicYear) && on <= lastDay(academicYear);
    return within
      ? []
      : [{ pointer: `/sessions/${index}/on`, detail: `The date lies within the academic year ${academicYear}.` }];
  });
  return faults.length > 0 ? invalid(faults) : null;
}

/** Every session of the prospectus: on the day the hub named, or on that of the plan. */
function sessionsOf(prospectus: Prospectus, data: CommandData["FormWorkGroup"], calendar: SchoolCalendar) {
  const length = prospectus.commitments.meetings.length.value;
  return planOf(prospectus, calendar)
    .filter((one) => one.kind === "session")
    .map(({ code, dueOn }) => {
      const named = data.sessions?.find((one) => one.session === code);
      return { session: code, on: named?.on ?? dueOn, length: named?.length ?? length };
    });
}

/** The sessions still to come, so many weeks later; on a school day. */
function extended(
  group: Formed,
  at: Instant,
  weeks: number,
  rules: Rules,
): Extract<GroupEvent, { type: "SessionMoved" }>[] {
  const calendar = calendarOf(rules, group.hub);
  const today = localDate(at);
  return group.sessions
    .filter((one) => one.status === "scheduled" && one.on >= today)
    .map((one) => ({
      type: "SessionMoved",
      at,
      session: one.code,
      on: nextSchoolDay(calendar, addDays(one.on, weeks * 7)),
      from: one.on,
      reasonCode: "extended",
    }));
}

function calendarOf({ calendar, calendarOf: of }: Rules, hub: string): SchoolCalendar {
  return of ? of({ hub }) : calendar;
}

function isSessionOf({ commitments }: Pick<Prospectus, "commitments">, code: string): boolean {
  const number = /^session-([1-9]\d?)$/u.exec(code)?.[1];
  return number !== undefined && Number(number) <= commitments.meetings.due.value.length;
}

function sessionsThere({ commitments }: Pick<Prospectus, "commitments">): string {
  return `The programme has the sessions session-1 to session-${commitments.meetings.due.value.length}.`;
}

function unknownSession(group: Formed): { rejection: Rejection } {
  return reject(
    "unknown-session",
    `This Work Group has no such session. It has: ${group.sessions.map((one) => one.code).join(", ")}.`,
  );
}

/** Every school of a register is in the group, and is named once. */
function schoolsFit(group: Formed, schools: readonly SchoolRegister[]): Fault {
  if (schools.length === 0)
    return invalid([
      {
        pointer: "/schools",
        detail: "Say of each school who was there; of one from which nobody came, present is an empty list.",
      },
    ]);
  const inGroup = members(group);
  const faults = schools.flatMap(({ journey }, index) => {
    const pointer = `/schools/${index}/journey`;
    if (!inGroup.includes(journey)) return [{ pointer, detail: "That school is not in this Work Group." }];
    return schools.findIndex((one) => one.journey === journey) < index
      ? [{ pointer, detail: "That school is named twice." }]
      : [];
  });
  return faults.length > 0 ? invalid(faults) : null;
}

function held(): { rejection: Rejection } {
  return reject("not-in-this-state", "The session was held: its register can be taken again, its date stays.");
}

function withinYear(group: Formed, at: Instant, on: LocalDate): Fault {
  const [first, last] = [firstDay(group.academicYear), lastDay(group.academicYear)];
  const from = localDate(at) > first ? localDate(at) : first;
  return on < from || on > last
    ? invalid([{ pointer: "/on", detail: `The date lies between ${from} and ${last}, within the academic year.` }])
    : null;
}
