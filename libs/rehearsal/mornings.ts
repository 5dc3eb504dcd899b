// The mornings of a hub as one school brings them about: whom of its staff a letter goes to, and about what.

import { isSession } from "../journey/event-words.ts";
import { addDays } from "../calendar/dates.ts";
import { instantAt, localDate, type Instant, type LocalDate } from "../calendar/instants.ts";
import { nextSchoolDay, previousSchoolDay } from "../calendar/terms.ts";
import { evolve, NOTHING } from "../journey/evolve.ts";
import type { Rules } from "../journey/rules.ts";
import { currentYear, yearUnderWay, type Begun, type Journey } from "../journey/state.ts";
import { choicesOf, soFarOf } from "../journey/tasks.ts";
import type { Fact } from "../journey/why/explanation.ts";
import { changeThings } from "../letters/morning-changes.ts";
import { MORNING_BEGINS } from "../letters/morning.ts";
import { mayBeListed, type MorningThing, type MorningTime, type StaffRole } from "../letters/morning-lines.ts";
import { morningsOf, type MorningFor } from "../letters/mornings-of.ts";
import {
  answerThing,
  applicationThing,
  grantThing,
  registerThing,
  sessionThing,
  taskThing,
  type MorningSchool,
} from "../letters/morning-things.ts";
import { registerTask } from "../work-group/register-task.ts";

/** A hub of a rehearsal has somebody in each of these roles. */
interface MadeUp {
  name: null;
  role: Exclude<StaffRole, "finance-officer">;
  roles: readonly StaffRole[];
  leads: readonly string[];
}

/** A letter of a morning. `about`: promises by their codes, or what else it is about, each once. */
export interface MorningTold extends Omit<MorningFor<MadeUp>, "to"> {
  at: Instant;
  kind: "morning";
  to: MadeUp["role"];
  about: readonly string[];
}

/**
 * The letters of every morning from the first event on, up to `until`. It is the same selection as the service's: what
 * is overdue comes again on the first morning of a month, and on Mondays inside a letter that goes anyway. `school`:
 * its name; `hub`: the code of its hub.
 */
export function morningsOfSchool(
  facts: readonly Fact[],
  rules: Rules,
  { journey, school, hub, until }: { journey: string; school: string; hub: string; until: LocalDate },
): MorningTold[] {
  const first = facts[0];
  if (first === undefined) return [];
  const told: MorningTold[] = [];
  let state: Journey = NOTHING;
  let next = 0;
  let before = previousSchoolDay(rules.calendar, localDate(first.event.at));
  for (let day = nextSchoolDay(rules.calendar, addDays(before, 1)); day <= until;) {
    const time = { at: instantAt(day, MORNING_BEGINS), since: instantAt(before, MORNING_BEGINS) };
    const from = next;
    for (let fact = facts[next]; fact !== undefined && fact.event.at <= time.at; fact = facts[next]) {
      state = evolve(state, fact.event);
      next += 1;
    }
    if (state.status !== "none")
      told.push(...lettersOf({ facts, state, since: facts.slice(from, next), rules }, time, { journey, school, hub }));
    before = day;
    day = nextSchoolDay(rules.calendar, addDays(day, 1));
  }
  return told;
}

/** `since`: what came since the morning before. */
interface Known {
  facts: readonly Fact[];
  state: Begun;
  since: readonly Fact[];
  rules: Rules;
}

function lettersOf(
  known: Known,
  time: MorningTime,
  { journey, school, hub }: { journey: string; school: string; hub: string },
): MorningTold[] {
  const workGroup = groupNow(known.state)?.workGroup ?? null;
  const of: MorningSchool = { journey, school, urn: known.state.school.urn, workGroup };
  const things = [
    ...taskThings(known, of, time),
    ...applications(known, of),
    ...known.since.flatMap(({ event, by }) => (by.role === "school-contact" ? (answerThing(of, event) ?? []) : [])),
    ...known.since.flatMap(({ event }) =>
      event.type === "JourneyPaused" && event.reasonCode === "no-prospectus"
        ? []
        : // Who leads its group hears of it at once.
          changeThings(of, { ...event, from: event.type === "SchoolChangedGroup" ? event.from : null }).map((one) => ({
            ...one,
            atOnce: true as const,
          })),
    ),
    ...grants(known, of),
    ...meetings(known, localDate(time.at)),
  ];
  const groups = groupsOf(known.state);
  const { catalogue } = known.rules;
  return morningsOf(things, staffOf(workGroup), { hub, time, console: null, groups, catalogue }).map(
    ({ to, ...letter }) => ({
      ...letter,
      at: time.at,
      kind: "morning",
      to: to.role,
      about: [...new Set(letter.lines.map(({ about }) => about))],
    }),
  );
}

/** The year that it is in, will be in, or was in last, with its Work Group. */
export const groupNow = (state: Begun) =>
  currentYear(state) ?? ("next" in state ? state.next : null) ?? state.past.at(-1);

/** Its groups, each for what it was last. */
function groupsOf(state: Begun): { id: string; prospectus: string }[] {
  const years = [...state.past, groupNow(state)];
  const of = new Map(years.flatMap((year) => (year?.workGroup ? [[year.workGroup, year.prospectus]] : [])));
  return [...of].map(([id, prospectus]) => ({ id, prospectus }));
}

function staffOf(workGroup: string | null): MadeUp[] {
  const one = (role: MadeUp["role"], leads: readonly string[] = []): MadeUp => ({
    name: null,
    role,
    roles: [role],
    leads,
  });
  return [
    one("hub-lead"),
    one("hub-coordinator"),
    ...(workGroup === null ? [] : [one("work-group-lead", [workGroup])]),
  ];
}

function taskThings({ facts, state, rules }: Known, of: MorningSchool, time: MorningTime): MorningThing[] {
  return state.tasks
    .filter(({ status }) => status === "open")
    .map((task) => {
      const bare = taskThing(of, task);
      if (!mayBeListed(bare, time)) return bare;
      const past = facts.flatMap(({ event }) => (event.seq <= state.seq ? [event] : []));
      const promised = soFarOf(past, task).promised.find(({ code }) => code === task.commitment);
      return taskThing(of, task, { promised, choices: choicesOf(state, task, rules, time.at) });
    });
}

function applications({ facts, state, rules }: Known, of: MorningSchool): MorningThing[] {
  if (state.status !== "applied") return [];
  const applied = facts.findLast(({ event }) => event.type === "ApplicationSubmitted" && event.seq <= state.seq);
  if (applied?.event.type !== "ApplicationSubmitted") return [];
  const prospectus = rules.catalogue.get(applied.event.prospectus);
  const programme = prospectus === null ? "a programme" : `${prospectus.title} ${prospectus.academicYear}`;
  return [applicationThing(of, programme, applied.event.at)];
}

function grants({ facts, state }: Known, of: MorningSchool): MorningThing[] {
  return state.grants.flatMap(({ stage, academicYear, status, run, approvers, amountPence: pence }) => {
    const waits = status === "payable" ? (approvers.length > 0 ? "second" : "first") : "run";
    if (status !== "payable" && (status !== "released" || run !== null)) return [];
    const latest = facts.findLast(
      ({ event }) =>
        event.seq <= state.seq &&
        (event.type === "GrantPayable" || event.type === "GrantApproved" || event.type === "GrantReleased") &&
        event.stage === stage &&
        event.academicYear === academicYear,
    );
    return [grantThing(of, { waits, pence, since: latest?.event.at ?? state.lastAt })];
  });
}

/** Where nobody has formed its Work Group, what the hub owes the school says when that meets. */
function meetings({ state, rules }: Known, day: LocalDate): MorningThing[] {
  const year = yearUnderWay(state);
  if (!year?.workGroup) return [];
  const { workGroup } = year;
  return year.commitments
    .filter(
      ({ by, kind, status, code, dueOn }) =>
        by === "hub" &&
        isSession({ kind }) &&
        (status === "open" || status === "missed") &&
        !year.calledOff.includes(code) &&
        dueOn <= day,
    )
    .map(({ code, dueOn: on }) => {
      const meeting = { workGroup, code, on };
      return on === day ? sessionThing(meeting) : registerThing(meeting, registerTask(rules.calendar, on));
    });
}
