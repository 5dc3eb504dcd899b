// A hub's turn: its own book alone. What its steps bring is asked of journeys and Work Groups, each by a command of its
// own.

import { TURN_PREFIX } from "../../contract/turn.ts";
import { recordedOfTurn } from "../../store/events/known-events.ts";
import { decide } from "../../turn/decide.ts";
import { TURN } from "../../turn/kind.ts";
import type { Kind } from "../kind.ts";

export const hubTurn: Kind<"turn"> = {
  name: "turn",
  prefix: TURN_PREFIX,
  pure: TURN,
  timeFirst: false,
  idOf: (subject) => subject.slice(TURN_PREFIX.length),
  recorded: recordedOfTurn,
  // It is read from its events: there are few turns, and few who look.
  tables: [],
  history: () => null,

  guess: async () => ({ subjects: [], locks: [] }),
  needs: async () => ({ subjects: [], locks: [], hand: null }),
  concerns: () => ({ subjects: [], hand: null }),

  decide({ subject, state }, command) {
    const decision = decide(state, command);
    if ("rejection" in decision) return { rejection: decision.rejection, entries: {} };
    return { entries: { turn: [{ subject, events: decision.events, actor: command.by, commandId: command.id }] } };
  },
  tick: null,
};
