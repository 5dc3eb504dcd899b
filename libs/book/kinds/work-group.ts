// A Work Group's book: what it decides, and what that means for each school in it. A register for seven schools is one
// round of it.

import { groupName, groupOfName } from "../../contract/work-group.ts";
import { SERVICE } from "../../journey/commands.ts";
import { recordedOfGroup } from "../../store/events/known-events.ts";
import { GROUP_TABLES } from "../../views/tables.ts";
import { journeysNaming, schoolsOf } from "../../views/work-groups/read-work-groups.ts";
import type { Command } from "../../work-group/commands.ts";
import { WORK_GROUP } from "../../work-group/kind.ts";
import { isPassedOn } from "../../work-group/pass-on.ts";
import { members, withPlaceKept, type WorkGroup } from "../../work-group/state.ts";
import { decideOnGroup, thenTime } from "../../work-group/together.ts";
import type { Kind } from "../kind.ts";
import { statesOf } from "../standing.ts";

const idOf = (subject: string): string => groupOfName(subject) ?? subject;

export const workGroup: Kind<"work-group"> = {
  name: "work-group",
  prefix: groupName(""),
  pure: WORK_GROUP,
  timeFirst: false,
  idOf,
  recorded: recordedOfGroup,
  tables: GROUP_TABLES,
  history: (id, events, state) => ({ group: id, events, state }),

  async guess(db, subject, commands) {
    const inIt = commands.some(isPassedOn) ? await schoolsOf(db, idOf(subject)) : [];
    return { subjects: [...named(commands), ...inIt], locks: [] };
  },

  async needs(db, subject, state, commands) {
    const hubs = commands.flatMap((command) => (command.type === "FormWorkGroup" ? [command.data.hub] : []));
    const subjects = [
      ...schoolsConcerned(state, commands),
      // No school can be offered a place under this name meanwhile: that takes the lock held here.
      ...(hubs.length > 0 ? await journeysNaming(db, idOf(subject), hubs) : []),
    ];
    return { subjects, locks: [], hand: null };
  },

  concerns(_, state, commands) {
    if (commands.some(({ type }) => type === "FormWorkGroup")) return null;
    return { subjects: schoolsConcerned(state, commands), hand: null };
  },

  decide({ subject, state, books, rules }, command) {
    const decision = decideOnGroup(
      idOf(subject),
      state,
      statesOf(books, "journey", (id) => id),
      command,
      rules,
    );
    if ("rejection" in decision) return { rejection: decision.rejection, entries: {} };
    const { id, at, by: actor } = command;
    return {
      skipped: decision.skipped,
      entries: {
        "work-group": [{ subject, events: thenTime(state, decision.events, at), actor, commandId: id }],
        journey: [...decision.journeys].map(([journey, events]) => ({
          subject: journey,
          events,
          actor,
          commandId: `${id}/${journey}`,
        })),
      },
    };
  },

  tick: ({ subject, state }, at) => ({
    entries: { "work-group": [{ subject, events: thenTime(state, [], at), actor: SERVICE, commandId: null }] },
  }),
};

const schoolsConcerned = (state: WorkGroup, commands: readonly Command[]): string[] => [
  ...named(commands),
  ...(commands.some(isPassedOn) ? [...members(state), ...withPlaceKept(state)] : []),
];

/** The journeys that commands name; what is no journey's id is left to the rules, which find none. */
function named(commands: readonly Command[]): string[] {
  return commands.flatMap((command) =>
    command.type === "OfferTogether" ? command.data.schools.filter((id) => /^\d{6}-[a-z]+$/u.test(id)) : [],
  );
}
