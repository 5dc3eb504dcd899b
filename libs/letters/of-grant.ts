// What is said of a grant.

import { localDate } from "../calendar/instants.ts";
import type { EventOf, Recorded } from "../journey/events.ts";
import { stagesOf } from "../journey/state.ts";
import { grantReleased } from "./grant-released.ts";
import type { Beside, Notice, Told } from "./told.ts";

/** The grant has been approved; null where somebody has decided otherwise since: nobody hears of what will not come. */
export function releasedNotice(
  { event, state }: Told & { event: Recorded<EventOf<"GrantReleased">> },
  { rules }: Beside,
): Notice | null {
  const { stage, academicYear, amountPence } = event;
  const of = (one: { stage: string; academicYear: string }) => one.stage === stage && one.academicYear === academicYear;
  const grant = state.grants.find(of);
  if (grant !== undefined && grant.releasedBy !== event.seq) return null;
  const prospectus = stagesOf(state).findLast(of)?.prospectus ?? null;
  const purpose = prospectus === null ? null : (rules.catalogue.get(prospectus)?.grant?.purpose ?? null);
  const facts = { amountPence, stage, academicYear, purpose, releasedOn: localDate(event.at) };
  return {
    kind: "grant-released",
    to: ["applicant", "headteacher"],
    about: ["grant"],
    prospectus,
    write: (envelope) => grantReleased(envelope, facts),
  };
}
