// An application as it was judged when it came, what stands against it since, and what can be done with it: by the
// rules themselves.

import { type Instant, notBefore } from "../../../calendar/instants.ts";
import type { Command, CommandData, CommandName } from "../../../journey/commands.ts";
import { decide } from "../../../journey/decide.ts";
import type { Rules } from "../../../journey/rules.ts";
import type { Recorded } from "../../../journey/events.ts";
import { fold } from "../../../journey/evolve.ts";
import type { Rejection } from "../../../journey/rejection.ts";
import { obstacles } from "../../../register/eligibility.ts";
import type { Journey } from "../../../journey/state.ts";
import type { Applied } from "./applications.ts";

/**
 * `judgedAt`: when it was received and taken. `since`: what would stand against it today by the register's word; empty
 * where nothing does.
 */
export interface Judged {
  judgedAt: Instant;
  criteria: string[];
  since: readonly Rejection[];
}

/** An application that was taken fitted on that day. `open`: the register's word of today; null where it has none. */
export function judged(past: readonly Recorded[], application: Applied, open: boolean | null, rules: Rules): Judged {
  const { at, school, hub, prospectus: id, criteria } = application;
  const prospectus = rules.catalogue.get(id);
  const before = fold(past.filter(({ seq }) => seq < application.seq));
  // The window was judged when it came, and is not judged again.
  const day = at.slice(0, 10);
  const window = { opensOn: day, closesOn: day };
  const now = { ...school, open: open ?? school.open };
  const since = prospectus
    ? obstacles(before, { school: now, hub, window }, prospectus, at, rules).filter(
        ({ code }) => code !== "window-closed",
      )
    : [];
  return { judgedAt: at, criteria, since };
}

const BECAUSE = { reason: { id: "preview", words: 1 } };
/** What may be asked of an application, with contents that leave nothing to ask. */
const ASKED: { readonly [N in CommandName]?: CommandData[N] } = {
  OfferPlace: {},
  RequestInformation: BECAUSE,
  ProvideInformation: { answer: BECAUSE.reason },
  WaitlistApplication: BECAUSE,
  DeclineApplication: BECAUSE,
  RedirectApplication: BECAUSE,
  WithdrawApplication: BECAUSE,
  AcceptOffer: {},
  DeclineOffer: BECAUSE,
};

/**
 * The commands that the rules would take now, by the name of their route (`offer-place`): tried on them, not listed a
 * second time.
 */
export function actionsFor(state: Journey, at: Instant, rules: Rules): string[] {
  const when = notBefore(state, at);
  return Object.entries(ASKED).flatMap(([type, data]) => {
    const command = { id: "preview", type, at: when, by: { who: "preview", role: "service" }, data } as Command;
    return "rejection" in decide(state, command, rules)
      ? []
      : [type.replace(/(?<=[a-z])(?=[A-Z])/gu, "-").toLowerCase()];
  });
}
