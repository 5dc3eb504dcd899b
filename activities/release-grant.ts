// An approved grant goes into the ledger and to the next payment run, once; then the school is told.

import { localDate } from "../libs/calendar/instants.ts";
import { grantReleased } from "../libs/letters/grant-released.ts";
import type { EffectResult, PerformEffect } from "../libs/contract/journey.ts";
import type { EventOf } from "../libs/journey/events.ts";
import { stagesOf } from "../libs/journey/state.ts";
import { postGrantRelease } from "../libs/store/money/ledger.ts";
import { deliver, type LetterDeps } from "./deliver.ts";
import { eventOf, performOnce, type Asked } from "./effects.ts";

/**
 * The activity `release-grant`. The posting has its own unique id: whatever happens to the lease or the letter, it is
 * made once.
 */
export function makeReleaseGrant(deps: LetterDeps): (request: PerformEffect) => Promise<EffectResult> {
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
      // Somebody has decided otherwise meanwhile: the books hold both, and nobody is told of what will not come.
      if (grant !== undefined && grant.releasedBy !== event.seq) return { code: "superseded" };
      const prospectus = prospectusOf(asked, event);
      const purpose = prospectus === null ? null : (deps.catalogue.get(prospectus)?.grant?.purpose ?? null);
      const facts = { amountPence, stage, academicYear, purpose, releasedOn: localDate(event.at) };
      return deliver(deps, {
        request,
        asked,
        lease,
        to: ["applicant", "headteacher"],
        prospectus,
        write: (envelope) => grantReleased(envelope, facts),
      });
    });
}

function prospectusOf({ state }: Asked, event: EventOf<"GrantReleased">): string | null {
  return (
    stagesOf(state).findLast((year) => year.stage === event.stage && year.academicYear === event.academicYear)
      ?.prospectus ?? null
  );
}
