import { mayAskForDate } from "../../../libs/journey/decide/answers.ts";
import { currentYear, type Commitment, type Journey } from "../../../libs/journey/state.ts";
import { commitmentName } from "../../../libs/letters/words.ts";
import type { RoutedCommand } from "../../../libs/service/commands/journey-commands.ts";
import type { Choice } from "../form-fields.ts";
import { day } from "../words.ts";

/** What a form has to choose from that speaks of what was promised: by its name and its day. */
export const commitmentChoice = (one: Commitment): Choice => ({
  value: one.code,
  words: `${commitmentName(one)}, by ${day(one.dueOn)}`,
});

/** Those of the year under way that a command can be about: what is owed, or of some all or one kind. */
export function commitmentsToChoose(command: RoutedCommand, state: Journey): Choice[] {
  const all = currentYear(state)?.commitments ?? [];
  const fits = (one: Commitment): boolean => {
    if (command === "RaiseConcern") return true;
    if (one.status !== "open" && one.status !== "missed") return false;
    if (command === "CompleteGapTask") return one.kind === "gap-task";
    return command !== "AskForAnotherDate" || mayAskForDate(one);
  };
  return all.filter(fits).map(commitmentChoice);
}
