// Command → decision → events, or one rejection. Pure: the catalogue and the calendar are handed in, time comes with
// the command.

import type { Instant } from "../calendar/instants.ts";
import type { Command, CommandName } from "./commands.ts";
import { ANSWERS } from "./decide/answers.ts";
import { CORRECT } from "./decide/correct.ts";
import { INTAKE } from "./decide/intake.ts";
import { INTEREST } from "./decide/interest.ts";
import { OUTCOME } from "./decide/outcome.ts";
import { OFFER } from "./decide/offer.ts";
import { HOLD } from "./decide/hold.ts";
import { LETTER } from "./decide/letter.ts";
import { MONEY } from "./decide/money.ts";
import { MOVE } from "./decide/move.ts";
import { NEXT_STAGE } from "./decide/next-stage.ts";
import { PAYMENT } from "./decide/payment.ts";
import { PEOPLE } from "./decide/people.ts";
import { PROMISES } from "./decide/promises.ts";
import { RECORDS } from "./decide/records.ts";
import { REMINDERS } from "./decide/reminders.ts";
import { passed, tick, type Passed } from "./decide/time.ts";
import { TROUBLE } from "./decide/trouble.ts";
import { YEAR_END } from "./decide/year-end.ts";
import { OF_GROUP } from "./decide/work-group.ts";
import { reject } from "./rejection.ts";
import { rulesAt, type AtHand, type Decide, type Decision, type Rules } from "./rules.ts";
import { settled } from "./settle.ts";
import { stamped } from "./stamp.ts";
import type { Journey } from "./state.ts";

const VERBS: { [N in CommandName]: Decide<N> } = {
  ...INTEREST,
  ...INTAKE,
  ...OFFER,
  ...PEOPLE,
  ...RECORDS,
  ...CORRECT,
  ...PROMISES,
  ...OUTCOME,
  ...NEXT_STAGE,
  ...TROUBLE,
  ...MOVE,
  ...REMINDERS,
  ...LETTER,
  ...HOLD,
  ...MONEY,
  ...PAYMENT,
  ...OF_GROUP,
  ...YEAR_END,
  ...ANSWERS,
  Tick: tick,
};

/**
 * Decides a command: its events and all that follows from them, in order; or one rejection, the first that applies.
 * `atHand`: what was read under lock; a rehearsal has nothing. Never throws for what a caller sent. `command.at` is an
 * instant in UTC, not before the last event of the journey.
 */
export function decide(state: Journey, command: Command, rules: Rules, atHand: AtHand = {}): Decision {
  const version = state.status === "none" ? 0 : state.seq;
  if (command.expected !== undefined && command.expected !== version) {
    return reject("version-conflict", "journey", { version, expected: command.expected });
  }
  const there = rulesFor(state, command, rules);
  const decision = verb(command.type)(state, command, there, atHand);
  if ("rejection" in decision || command.type === "Tick") return decision;
  return { events: stamped(settled(state, decision.events), there.calendar, "somebody") };
}

/** What a `Tick` at an instant brings to a journey, and how it stands then: to read ahead with. */
export function timePasses(state: Journey, at: Instant, rules: Rules, atHand: AtHand = {}): Passed {
  return passed(state, at, whereItIs(state, state.status === "none" ? null : state.hub, rules), atHand);
}

/** The same, but that nobody is told of it: no letter is asked for. To count with. */
export function timePassesUntold(state: Journey, at: Instant, rules: Rules, atHand: AtHand = {}): Passed {
  return passed(state, at, whereItIs(state, state.status === "none" ? null : state.hub, rules), atHand, "untold");
}

/** The rules as they are where the school is: its calendar; and the programmes as its hub has them, or will. */
function rulesFor(state: Journey, command: Command, rules: Rules): Rules {
  const asked = command.type === "SubmitApplication" || command.type === "ExpressInterest" ? command.data.hub : null;
  return whereItIs(state, asked ?? (state.status === "none" ? null : state.hub), rules);
}

function whereItIs(state: Journey, hub: string | null, rules: Rules): Rules {
  const there = hub === null ? rules : rulesAt(rules, hub);
  if (!rules.calendarOf || state.status === "none") return there;
  const { urn, la } = state.school;
  return { ...there, calendar: rules.calendarOf({ hub: state.hub, urn, ...(la !== undefined && { la }) }) };
}

// The table above holds for each name the verb of that very name; TypeScript cannot see that through a union.
function verb(name: CommandName): (state: Journey, command: Command, rules: Rules, atHand: AtHand) => Decision {
  return VERBS[name] as (state: Journey, command: Command, rules: Rules, atHand: AtHand) => Decision;
}
