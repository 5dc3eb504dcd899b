// What a hub may want otherwise than its turn was proposed: the shape of it.

import type { LocalDate } from "../calendar/instants.ts";
import { may, must, type Fields } from "../journey/field.ts";

/**
 * A group of the proposal, by its id, with what is to be otherwise; or, with `prospectus`, one more. `schools` replaces
 * those proposed.
 */
export interface GroupWish {
  id: string;
  prospectus?: string;
  lead?: string;
  leadRole?: string;
  secondYearDone?: boolean;
  schools?: string[];
  leaveOut?: boolean;
}
/**
 * `leaveOut`: journeys that are not invited now; `invite`: those that have left and are asked back; `respondBy`: until
 * when places are kept.
 */
export interface Wishes {
  groups?: GroupWish[];
  leaveOut?: string[];
  invite?: string[];
  respondBy?: LocalDate;
}

const journeys = (note: string): Fields[string] => may("ids", note, ["100001-primary"]);

/** What a turn is begun with, for the check at the edge and for the API's documentation. */
export const TURN_FIELDS: Fields = {
  into: must("code", "Into which academic year", "2027-28"),
  plan: must("code", "`plan` of the preview that was looked at", "4b1c0f9a7d3e5b2c8f60a1d2e3f40516"),
  respondBy: may(
    "date",
    "Until when the places are kept; else as long as the prospectus keeps an offer open",
    "2027-05-28",
  ),
  leaveOut: journeys("Schools that are not invited now, by journey"),
  invite: journeys("Schools that have left and are asked back, by journey"),
  groups: {
    ...may("list", "What is to be otherwise than proposed", [
      {
        id: "great-north-2027-28-primary-development-1",
        lead: "lead-2",
        leadRole: "mastery-specialist",
        schools: ["100001-primary"],
      },
    ]),
    items: {
      id: must(
        "id",
        "The group proposed; or, with its prospectus, one more",
        "great-north-2027-28-primary-development-1",
      ),
      prospectus: may("code", "Of one more group: its programme", "2027-28/primary-development"),
      lead: may("id", "Who leads it, by an opaque id", "lead-2"),
      leadRole: may("code", "As what", "mastery-specialist"),
      secondYearDone: may(
        "flag",
        "Has completed the second year of the national programme, where the page asks for it",
        true,
      ),
      schools: journeys(
        "The schools in it, in place of those proposed; one named here leaves the group it was proposed for",
      ),
      leaveOut: may("flag", "The group is not formed; its schools are invited without a place", false),
    },
  },
};
