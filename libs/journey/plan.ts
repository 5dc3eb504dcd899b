// What a prospectus promises and asks for in a stage-year, each with its date.

import type { LocalDate } from "../calendar/instants.ts";
import { termsOf, type SchoolCalendar } from "../calendar/terms.ts";
import { dueOn } from "../prospectus/due-on.ts";
import type { DueRule, Prospectus } from "../prospectus/prospectus.ts";
import { goesByLast } from "./closing.ts";
import type { PlannedCommitment } from "./events.ts";
import { asGroupMeets } from "./group-dates.ts";

/** Every commitment of a stage-year, in order of its date. */
export function planOf(prospectus: Prospectus, calendar: SchoolCalendar): PlannedCommitment[] {
  const rules = prospectus.commitments;
  const on = (rule: DueRule): LocalDate => dueOn(rule, prospectus.academicYear, calendar);
  const one = (
    code: PlannedCommitment["code"] & PlannedCommitment["kind"],
    rule: { due: { value: DueRule } } | null,
    target: number | null = null,
  ) =>
    rule
      ? [
          promise(code, code, "school", on(rule.due.value), {
            target,
            ...goesByLast(rule.due.value, prospectus.academicYear, calendar),
          }),
        ]
      : [];
  const plan = [
    ...meetings(prospectus, on),
    ...visits(prospectus, calendar, on),
    ...headteachers(rules.headteachers, on),
    ...(rules.inSchool
      ? [
          promise("in-school-support", "in-school-support", "hub", on(rules.inSchool.due.value), {
            target: rules.inSchool.halfDays.value,
            ...(rules.inSchool.betweenTeachers.value && { between: true as const }),
          }),
        ]
      : []),
    ...one("release-days", rules.releaseDays, rules.releaseDays && rules.releaseDays.days.value * 2),
    ...(rules.gapTasks
      ? rules.gapTasks.due.value.map((rule, index) => promise(`gap-task-${index + 1}`, "gap-task", "school", on(rule)))
      : []),
    ...one("action-plan", rules.actionPlan),
    ...one("report", rules.report),
    ...one("evaluation", rules.evaluation),
    ...one("theme", rules.theme),
  ];
  return asGroupMeets(plan, prospectus.id, null, calendar);
}

/** The session is the hub's promise, being there the school's: nobody is chased for a session that was not held. */
function meetings(prospectus: Prospectus, on: (rule: DueRule) => LocalDate): PlannedCommitment[] {
  const { meetings: rule } = prospectus.commitments;
  // "1 representative" of a Sustaining school is enough; elsewhere all who were nominated are released.
  const target = prospectus.stage === "sustaining" ? 1 : null;
  return rule.due.value.flatMap((due, index) => {
    const number = index + 1;
    const day = on(due);
    const held = promise(`session-${number}`, "session", "hub", day);
    const attended = promise(`meeting-${number}`, "meeting", "school", day, { after: held.code, target });
    if (index > 0 || !rule.headteacherAtFirst.value) return [held, attended];
    return [
      held,
      attended,
      promise("headteacher-first-workshop", "headteacher-first-workshop", "school", day, { after: held.code }),
    ];
  });
}

function visits(
  prospectus: Prospectus,
  calendar: SchoolCalendar,
  on: (rule: DueRule) => LocalDate,
): PlannedCommitment[] {
  const rule = prospectus.commitments.visits;
  if (!rule) return [];
  const terms = termsOf(calendar, prospectus.academicYear);
  const made = rule.due.value.map((due) => {
    const term = terms.find((one) => one.term === due.term);
    return promise(`support-visit-${due.term}`, "visit", "hub", on(due), {
      within: term ? { from: term.start, to: term.end } : null,
    });
  });
  // The headteacher meets the lead regularly: at each visit that happens. Nobody is chased for one that did not.
  if (!rule.withHeadteacher.value) return made;
  return made.flatMap((one, index) => [
    one,
    promise(`headteacher-meeting-${rule.due.value[index]?.term}`, "headteacher-meeting", "school", one.dueOn, {
      after: one.code,
      within: one.within,
    }),
  ]);
}

/** The hub brings the headteachers together, by its own promise; the headteacher comes by the school's. */
function headteachers(
  rule: Prospectus["commitments"]["headteachers"],
  on: (rule: DueRule) => LocalDate,
): PlannedCommitment[] {
  if (!rule) return [];
  const day = on(rule.due.value);
  const held = promise("headteachers-session", "headteachers-session", "hub", day);
  return [held, promise("headteachers-meeting", "headteachers-meeting", "school", day, { after: held.code })];
}

type Extra = Partial<Pick<PlannedCommitment, "after" | "target" | "within" | "between" | "afterLast">>;

/** One promise of a plan. */
export function promise(
  code: string,
  kind: PlannedCommitment["kind"],
  by: "school" | "hub",
  dueOn: LocalDate,
  extra: Extra = {},
): PlannedCommitment {
  return { code, kind, by, dueOn, after: null, target: null, within: null, ...extra };
}
