// The Work Groups among which a form lets somebody choose.

import { currentYear } from "../../../libs/journey/state.ts";
import type { RoutedCommand } from "../../../libs/service/commands/journey-commands.ts";
import type { Facts } from "../../../libs/service/journeys/journey-facts.ts";
import type { Choice } from "../form-fields.ts";

/** Those that hold the programme, and in which the school is not already, each with its room. */
export function groupsToChoose(command: RoutedCommand, facts: Facts): Choice[] {
  return facts.groups
    .filter((one) => isAnother(one, facts) && [one.prospectus, ...one.also].some((each) => fits(command, each, facts)))
    .map((one) => ({ value: one.id, words: `${facts.called(one.id)}${room(one)}` }));
}

/** Of the programme applied for; once the school takes part, of its year to come. */
function fits(command: RoutedCommand, prospectus: string, { state, prospectus: now }: Facts): boolean {
  if (state.status !== "participating") return prospectus === now?.id;
  if (command === "PlaceInWorkGroup" && prospectus === state.year?.prospectus) return true;
  return prospectus === (state.next ?? state.invitation)?.prospectus;
}

/** A school that takes part is where it is already. */
function isAnother({ id }: Facts["groups"][number], { state }: Facts): boolean {
  return currentYear(state)?.workGroup !== id;
}

function room({ most, reserved, taken }: Facts["groups"][number]): string {
  if (most === null) return "";
  const free = Math.max(0, most - reserved - taken);
  return free === 0 ? " (full: goes on its waitlist)" : ` (${free} of ${most} places free)`;
}
