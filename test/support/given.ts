// Rule tests in the field's own words: given what happened, when a command comes, then all that follows, in order.
// Apart from what happened, which programs that run without jest build on too.

import { expect } from "@jest/globals";
import { parseWhen, type Instant } from "../../libs/calendar/instants.ts";
import type { CommandData, CommandName } from "../../libs/journey/commands.ts";
import type { RejectionCode } from "../../libs/journey/rejection.ts";
import type { Decision } from "../../libs/journey/rules.ts";
import { sentenceOfRejection } from "../../libs/words/rejection.ts";
import { untold, type Asked, type Happening, type Past } from "./journey.ts";

/** Given a past, `when` a command comes, it `brings` exactly these events or the rules `reject` it with this code. */
export function given(past: Past) {
  return {
    when<N extends CommandName>(when: string, type: N, data: CommandData[N], asked: Asked = {}) {
      const decision = past.decide(when, type, data, asked);
      return outcome(decision, parseWhen(when));
    },
    whenTimeComes(when: string) {
      return outcome(past.decide(when, "Tick", {}), parseWhen(when));
    },
  };
}

function outcome(decision: Decision, at: Instant) {
  return {
    decision,
    brings: (...happenings: Happening[]) =>
      expect(untold(decision)).toEqual({ events: happenings.map((event) => ({ ...event, at })) }),
    rejects: (code: RejectionCode) => {
      expect(decision).toMatchObject({ rejection: { code } });
      // A sentence that says what to do.
      expect("rejection" in decision && sentenceOfRejection(decision.rejection)).toMatch(/^.{12,}[.!]$/su);
    },
    accepted: () => expect(decision).toHaveProperty("events"),
  };
}
