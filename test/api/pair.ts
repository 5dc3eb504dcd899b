// A Work Group of two places, `pair`, as its hub asks for it and who leads it.

import type { Who } from "../support/sign-in.ts";

/** A day on which its programme’s window is open. */
export const STARTS = "2021-10-01T08:00:00Z";
export const PROGRAMME = "2021-22/secondary-development";
export const PATH = "/api/v1/work-groups";
export const LEAD: Who = { role: "work-group-lead", hub: "great-north", workGroups: ["pair"] };
/** What is asked for any group of the programme. */
export const FORMING = {
  hub: "great-north",
  prospectus: PROGRAMME,
  lead: "lead-1",
  leadRole: "secondary-mastery-specialist",
};
export const PAIR = { id: "pair", ...FORMING, sessions: [{ session: "session-1", on: "2021-11-10" }] };
