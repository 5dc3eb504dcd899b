// A Work Group is formed: by whom it is led, how many schools it holds, on which days it meets.

import { isSession } from "../../journey/event-words.ts";
import { onSchoolDayOrWhy } from "../../journey/decide/school-day.ts";
import { firstDay, lastDay } from "../../calendar/academic-years.ts";
import { localDate } from "../../calendar/instants.ts";
import type { SchoolCalendar } from "../../calendar/terms.ts";
import { planOf } from "../../journey/plan.ts";
import { meetingRules } from "../../journey/pinned.ts";
import { arrange } from "../../journey/arranged.ts";
import { timesFit } from "../../journey/decide/arranging.ts";
import { because, needsReason } from "../../journey/decide/common.ts";
import { reject, type Rejection, inField } from "../../journey/rejection.ts";
import { invalid } from "../../journey/wire.ts";
import type { Figure, Prospectus } from "../../prospectus/prospectus.ts";
import type { CommandData } from "../commands.ts";
import type { Formed } from "../state.ts";
import { inMonths } from "../../journey/decide/evidence.ts";
import { calendarOf, formed, isSessionOf, type Decide, type Fault } from "./common.ts";

export const FORM: { [N in "FormWorkGroup" | "ChangeLead"]: Decide<N> } = {
  FormWorkGroup: (group, { at, data }, rules) => {
    if (group.status !== "none") return reject("not-in-this-state", "group-formed");
    const prospectus = rules.catalogue.get(data.prospectus);
    if (!prospectus) return reject("not-found", "prospectus-of-group");
    const places = placesOf(data.special === true ? null : prospectus.groupSize, data.places);
    if ("rejection" in places) return places;
    const { hub, lead, leadRole, also = [] } = data;
    const others = also.map((one) => rules.catalogue.get(one));
    if (!mayHold(prospectus, others, data.special === true)) return invalid([inField("/also", "also-with")]);
    if (localDate(at) > lastDay(prospectus.academicYear)) return reject("not-in-this-state", "programme-over");
    const fault =
      leadFit(prospectus, data) ??
      monthsFit(prospectus, data.sessions ?? []) ??
      datesFit(prospectus, data.sessions ?? []) ??
      timesAllFit(data.sessions) ??
      daysFit(data, calendarOf(rules, hub));
    return (
      fault ?? {
        events: [
          {
            type: "WorkGroupFormed",
            at,
            hub,
            prospectus: prospectus.id,
            ...(also.length > 0 && { also }),
            ...(data.special === true && { special: true as const }),
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
};

/**
 * How many schools it holds: as the page has it (two exactly; six or seven; up to eight), or as the hub says where no
 * page does, as none does of special schools.
 */
function placesOf(
  size: Prospectus["groupSize"],
  asked: number | undefined,
): { places: Formed["places"] } | { rejection: Rejection } {
  if (!size) return { places: asked === undefined ? null : { least: 1, most: asked } };
  const least = size.least.value;
  const most = size.most.value;
  if (asked !== undefined && (asked < least || asked > most)) {
    return invalid([inField("/places", "places", { least, most })]);
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
    return reject("lead-not-fit", "role", { ledBy: prospectus.lead.value, leadRole: wanted });
  }
  if (asksSecondYear(prospectus) && secondYearDone !== true) {
    return reject("lead-not-fit", "second-year");
  }
  return null;
}

/**
 * `Secondary Mastery Specialist` → `secondary-mastery-specialist`; null where no page says who leads. A year rolled
 * forward from a page that does wants a lead as fit.
 */
export function leadRoleOf({ lead }: Prospectus): string | null {
  return isStated(lead) ? usualRoleOf({ lead }) : null;
}

/** Must its lead have done the second year of the programme for specialists? */
export function asksSecondYear({ leadMust }: Prospectus): boolean {
  return leadMust !== undefined && isStated(leadMust);
}

function isStated(figure: Figure<unknown>): boolean {
  return figure.source === "seed" || (figure.source === "assumption" && figure.statedIn !== undefined);
}

/** The same, also where it is nobody's page but an assumption who leads. */
export function usualRoleOf({ lead }: Pick<Prospectus, "lead">): string {
  return lead.value
    .toLowerCase()
    .replaceAll(/[^a-z]+/gu, "-")
    .replaceAll(/^-|-$/gu, "");
}

/**
 * What a group may hold beside its own programme: of its year, and either Embedding with Sustaining of its phase, or,
 * where all its schools are special schools, whatever they are in (assumption: hubs do both).
 */
export function mayHold(own: Prospectus, others: readonly (Prospectus | null)[], special: boolean): boolean {
  const late = ({ stage }: Prospectus): boolean => stage === "embedding" || stage === "sustaining";
  return others.every((one) => {
    if (one === null || one.id === own.id || one.academicYear !== own.academicYear) return false;
    return special || (one.phase === own.phase && late(one) && late(own));
  });
}

function monthsFit(prospectus: Prospectus, sessions: NonNullable<CommandData["FormWorkGroup"]["sessions"]>): Fault {
  const meetings = meetingRules(prospectus);
  return sessions.map(({ on }) => inMonths({ meetings }, on)).find((fault) => fault !== null) ?? null;
}

function datesFit(
  { academicYear, ...prospectus }: Prospectus,
  sessions: NonNullable<CommandData["FormWorkGroup"]["sessions"]>,
): Fault {
  const faults = sessions.flatMap(({ session, on }, index) => {
    if (!isSessionOf(prospectus, session)) return [inField(`/sessions/${index}/session`, "session-code")];
    const within = on >= firstDay(academicYear) && on <= lastDay(academicYear);
    return within ? [] : [inField(`/sessions/${index}/on`, "of-the-year", { academicYear })];
  });
  return faults.length > 0 ? invalid(faults) : null;
}

type Named = NonNullable<CommandData["FormWorkGroup"]["sessions"]>[number];

/** What was said of a session, as the event has it. */
function dated(named: Named | undefined) {
  if (named === undefined) return {};
  const { on, length } = named;
  return { on, ...(length && { length }), ...arrange(named, {}) };
}

/** Of each that is named, the end comes after the beginning. */
function timesAllFit(sessions: readonly Named[] = []): Fault {
  return sessions.map((one, index) => timesFit(arrange(one, {}), `/sessions/${index}`)).find((one) => one) ?? null;
}

/** Each day that is named is a school day there, or has its reason. */
function daysFit(data: CommandData["FormWorkGroup"], calendar: SchoolCalendar): Fault {
  for (const { on } of data.sessions ?? []) {
    const fault = onSchoolDayOrWhy(calendar, on, data);
    if (fault) return fault;
  }
  return null;
}

/**
 * Every session of the prospectus, the meeting of the headteachers where its page has one included: on the day the hub
 * named, or on that of the plan; and those that the hub named beyond them.
 */
function sessionsOf(prospectus: Prospectus, data: CommandData["FormWorkGroup"], calendar: SchoolCalendar) {
  const length = prospectus.commitments.meetings.length.value;
  const named = data.sessions ?? [];
  const planned = planOf(prospectus, calendar)
    .filter(isSession)
    .map(({ code, dueOn }) => ({ session: code, on: dueOn, length }));
  return [
    ...planned.map((one) => ({ ...one, ...dated(named.find(({ session }) => session === one.session)) })),
    ...named
      .filter(({ session }) => !planned.some((one) => one.session === session))
      .map((one) => ({ session: one.session, on: one.on, length, ...dated(one) })),
  ];
}
