// What is still to come of a stage-year, with when and where as its Work Group meets.

import { isSession } from "../journey/event-words.ts";
import type { LocalDate } from "../calendar/instants.ts";
import type { PlannedCommitment } from "../journey/events.ts";
import { themeNeeds } from "../journey/decide/records.ts";
import type { Begun, StageYear } from "../journey/state.ts";
import { closedTheme } from "../prospectus/theme.ts";
import type { Formed } from "../work-group/state.ts";
import { aboutGroup, type Dated } from "./dates-of-group.ts";
import { heldOf, type Held } from "./held.ts";
import type { Block } from "./letter.ts";
import type { Beside } from "./told.ts";

type Promise = Pick<PlannedCommitment, "code" | "kind" | "by" | "dueOn" | "target" | "after">;

/** How a session is held that a promise is, or hangs on; null for any other promise. */
export function heldAt(promise: Promise, group: Formed | null, { text }: Beside): Held | null {
  const { kind, after, code, dueOn } = promise;
  const meets = isSession({ kind })
    ? code
    : kind === "meeting" || kind === "headteacher-first-workshop" || kind === "headteachers-meeting"
      ? after
      : null;
  if (meets === null) return null;
  const session = group?.sessions.find((one) => one.code === meets);
  return heldOf({ ...session, on: dueOn }, text);
}

/** Promises with how they are held. */
export const dated = (promises: readonly Promise[], group: Formed | null, beside: Beside): Dated[] =>
  promises.map((one) => ({ ...one, held: heldAt(one, group, beside) }));

/** What of the year is open, from a day on. */
export function ahead(year: StageYear, from: LocalDate, beside: Beside): Dated[] {
  const open = year.commitments.filter((one) => one.status === "open" && one.dueOn >= from && one.kind !== "teachers");
  return dated(open, groupOf(year, beside), beside);
}

/** The Work Group of a year, where somebody has formed it. */
export const groupOf = ({ workGroup }: Pick<StageYear, "workGroup">, beside: Beside): Formed | null =>
  workGroup === null ? null : beside.group(workGroup);

/** What is known of a group: who leads it. Its code is for programs. */
export function groupBlocks(
  { workGroup, prospectus }: Pick<StageYear, "workGroup" | "prospectus">,
  beside: Beside,
): Block[] {
  const group = workGroup === null ? null : beside.group(workGroup);
  if (group === null) return [];
  return aboutGroup({ lead: leadOf(group.lead, prospectus, beside) });
}

/** Who leads: by name where they are known, and as what, as the programme has it. */
export function leadOf(lead: string, prospectus: string, beside: Beside): string | null {
  const [name, role] = [beside.nameOf(lead), leadRole(prospectus, beside)];
  const as = role === null ? null : `a ${role}`;
  return name === null ? as : as === null ? name : `${name}, ${as}`;
}

/** What the lead of a programme’s groups is: `Mastery Specialist`. */
export const leadRole = (prospectus: string, { rules }: Beside): string | null =>
  rules.catalogue.get(prospectus)?.lead.value ?? null;

/** The themes of which a school may still choose that one for its year; none where it has, or its page has none. */
export function themesToChoose(
  state: Begun,
  { prospectus: id, academicYear }: Pick<StageYear, "prospectus" | "academicYear">,
  on: LocalDate,
  { rules }: Beside,
): string[] {
  const themes = rules.catalogue.get(id)?.themes?.value ?? [];
  if (state.theme?.academicYear === academicYear) return [];
  return themes
    .filter((one) => themeNeeds(one, state) === null)
    .filter((one) => closedTheme(one, academicYear, rules.calendar, on) === null)
    .map(({ text }) => text);
}

/** By when the school is to say who takes part; null where it has, or is not asked. */
export const asksTeachers = (year: StageYear): LocalDate | null =>
  year.commitments.find(({ kind, status }) => kind === "teachers" && status === "open")?.dueOn ?? null;
