// A journey's book: its Work Groups are decided on with it, and a hub's budget is under lock where money of it is.

import { groupName, groupOfName } from "../../contract/work-group.ts";
import { SERVICE, type Actor, type Command } from "../../journey/commands.ts";
import { budgetsConcerned } from "../../journey/decide/money.ts";
import { JOURNEY } from "../../journey/kind.ts";
import { postingsOf, type Posting } from "../../payments/postings.ts";
import { recorded } from "../../store/events/known-events.ts";
import { streamOf } from "../../store/events/streams.ts";
import { budgetLock, budgetsAtHand } from "../../store/money/budgets.ts";
import { post } from "../../store/money/ledger.ts";
import { READ_TABLES } from "../../views/tables.ts";
import { workGroupOf } from "../../views/work-groups/read-work-groups.ts";
import { concerned, decideWithGroups } from "../../work-group/together.ts";
import type { Decided, Kind, Scene, Standing } from "../kind.ts";
import { statesOf, versionOf } from "../standing.ts";

export const journey: Kind<"journey"> = {
  name: "journey",
  prefix: streamOf(""),
  pure: JOURNEY,
  timeFirst: true,
  idOf: (subject) => subject,
  recorded,
  tables: READ_TABLES,
  history: (id, events, state) => ({ journey: id, events, state }),

  async guess(db, subject, commands) {
    const near = await workGroupOf(db, subject);
    const groups = [...concerned({ status: "none" }, commands), ...(near === null ? [] : [near])];
    return { subjects: groups.map(groupName), locks: [] };
  },

  async needs(db, subject, state, commands) {
    const budgets = budgetsConcerned(state, commands);
    return {
      subjects: concerned(state, commands).map(groupName),
      locks: budgets.map(({ hub, academicYear }) => budgetLock(hub, academicYear)),
      hand: { budgetOf: await budgetsAtHand(db, budgets, subject) },
    };
  },

  concerns(_, state, commands) {
    if (budgetsConcerned(state, commands).length > 0) return null;
    return { subjects: concerned(state, commands).map(groupName), hand: { budgetOf: () => null } };
  },

  decide: (scene, command) => decided(scene, command, command.by, command.id),

  tick(scene, at) {
    const id = `tick/${scene.subject}/${versionOf(scene.state)}`;
    return decided(scene, { id, type: "Tick", at, by: SERVICE, data: {} }, SERVICE, null);
  },

  hasBeside: (standings) => postings(standings).length > 0,
  async keepBeside(db, standings) {
    await post(db, postings(standings));
  },
};

const postings = (standings: readonly Standing<"journey">[]): Posting[] =>
  standings.flatMap(({ subject, before, added }) => postingsOf(subject, before, added));

function decided(
  { subject, state, books, rules, hand }: Scene<"journey">,
  command: Command,
  actor: Actor,
  commandId: string | null,
): Decided<"journey"> {
  const groups = statesOf(books, "work-group", (name) => groupOfName(name) ?? name);
  const decision = decideWithGroups(subject, state, groups, command, rules, hand);
  const inGroups = [...decision.groups].map(([id, events]) => ({ subject: groupName(id), events, actor, commandId }));
  if ("rejection" in decision) return { rejection: decision.rejection, entries: { "work-group": inGroups } };
  return {
    entries: { journey: [{ subject, events: decision.events, actor, commandId }], "work-group": inGroups },
  };
}
