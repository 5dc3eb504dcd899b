// An application, or an interest, was sent: what happens next, and whom to ask.

import { hubName } from "../../../libs/letters/words.ts";
import type { Applying, SentApplication } from "../../../libs/service/intake/programmes.ts";
import { day, inWords } from "../words.ts";

/** What template sent.njk is filled with. `ask`: how the hub signs its letters, line by line. */
export interface SentView {
  hub: string;
  school: string;
  programme: string;
  email: string | null;
  closesOn: string;
  ask: readonly string[];
  journey: string;
}

/** The view model. */
export function sentView({ prospectus, school, urn, closesOn }: Applying, sent: SentApplication): SentView {
  return {
    hub: hubName(sent.hub),
    school: school?.name ?? `School ${urn}`,
    programme: `${inWords(prospectus.stage)} ${prospectus.academicYear}`,
    email: sent.contact?.email ?? null,
    closesOn: day(closesOn),
    ask: sent.signature,
    journey: `/journeys/${sent.journey}`,
  };
}
