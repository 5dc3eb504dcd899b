// What the page of a school and its forms are made from, of a journey that only a test has.

import { groupNameOf } from "../../libs/words/group-name.ts";
import { localDate, parseWhen } from "../../libs/calendar/instants.ts";
import { rulingProspectus } from "../../libs/journey/decide/common.ts";
import type { Facts } from "../../libs/service/journeys/journey-facts.ts";
import type { JourneyWhole } from "../../libs/views/journeys/read-journeys.ts";
import { RULES, type Past } from "./journey.ts";

/** The facts at a moment; of the journey's own rows what a page and its forms look at, no more. */
export function factsOf({ state, events }: Past, when: string): Facts {
  if (state.status === "none") throw new Error("It has not begun.");
  const at = parseWhen(when);
  const rows = { aliases: [], tasks: [], commitments: [], grants: [], nextAt: null };
  const where = { stage: "readiness", academicYear: "2020/21", workGroup: null, hub: "great-north" };
  const school = { id: "100001-primary", urn: "100001", phase: "primary", status: state.status };
  return {
    here: true,
    journey: { ...school, ...where, ...rows } as unknown as JourneyWhole,
    state,
    events,
    doers: new Map(),
    school: "Example",
    names: new Map([["teacher-1", "Ada Example"]]),
    headteacher: null,
    support: null,
    groups: [],
    called: groupNameOf,
    staff: [],
    prospectus: rulingProspectus(state, RULES),
    rules: RULES,
    atHand: {},
    at,
    today: localDate(at),
  };
}
