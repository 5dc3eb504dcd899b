// Letters that the hub holds back, with a reason, and lets go again.

import { nextNine } from "../../calendar/terms.ts";
import { localDate } from "../../calendar/instants.ts";
import { holdable } from "../hold.ts";
import { inField, reject } from "../rejection.ts";
import type { Verbs } from "../rules.ts";
import { invalid } from "../wire.ts";
import { because, decided, needsReason } from "./common.ts";

export const HOLD: Verbs<"HoldLetter" | "LiftHold"> = {
  HoldLetter: (state, { at, data }) => {
    if (state.status === "none") return reject("not-found", "letter-ahead");
    const tells = [...new Set(data.tells)];
    const known = holdable(state);
    if (tells.length === 0 || !tells.every((code) => known.has(code))) return reject("not-found", "letter-ahead");
    if (data.until !== undefined && data.until < localDate(at)) return invalid([inField("/until", "hold-past")]);
    const fault = needsReason(data);
    if (fault) return fault;
    return decided({ type: "LetterHeld", at, tells, until: data.until ?? null, ...because(data) });
  },

  LiftHold: (state, { at, data }, { calendar }) => {
    const hold = state.status === "none" ? undefined : state.holds.find(({ seq }) => seq === data.hold);
    if (hold === undefined) return reject("not-found", "hold");
    // What has waited is seen ahead once more before it goes.
    const goesAt = nextNine(calendar, at);
    return decided({ type: "HoldLifted", at, hold: hold.seq, goesAt, ...because(data) });
  },
};
