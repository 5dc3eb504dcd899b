// An approved grant goes into the ledger and to the next payment run, once; then the school is told.

import { releasedNotice } from "../libs/letters/of-grant.ts";
import { nothingBeside } from "../libs/letters/told.ts";
import type { Rules } from "../libs/journey/rules.ts";
import type { EffectResult, PerformEffect } from "../libs/contract/journey.ts";
import { postGrantRelease } from "../libs/store/money/ledger.ts";
import { deliver, type LetterDeps } from "./deliver.ts";
import { eventOf, performOnce } from "./effects.ts";

/**
 * The activity `release-grant`. The posting has its own unique id: whatever happens to the lease or the letter, it is
 * made once.
 */
export function makeReleaseGrant(deps: LetterDeps & Rules): (request: PerformEffect) => Promise<EffectResult> {
  return (request) =>
    performOnce(deps.dataSource, request, async (asked, lease) => {
      const event = eventOf(asked, "GrantReleased");
      const { stage, academicYear, amountPence } = event;
      const grant = asked.state.grants.find((one) => one.stage === stage && one.academicYear === academicYear);
      const hub = grant?.hub ?? asked.state.hub;
      await postGrantRelease(deps.dataSource, {
        id: request.id,
        journey: request.journey,
        hub,
        stage,
        academicYear,
        amountPence,
        releasedAt: event.at,
      });
      const rules = { ...deps, catalogue: deps.catalogue.forHub(asked.state.hub) };
      const notice = releasedNotice({ event, events: asked.events, state: asked.state }, nothingBeside(rules));
      return notice === null ? { code: "superseded" } : deliver(deps, { request, asked, lease, notices: [notice] });
    });
}
