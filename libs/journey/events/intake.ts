// What can have happened on the way in: interest, application, offer, placement.

import type { Instant, LocalDate } from "../../calendar/instants.ts";
import type { Stage } from "../../prospectus/prospectus.ts";
import type { Because, Interest, Submitted } from "../event-words.ts";
import type { ComingWindow } from "../commands.ts";
import { carries } from "../event-map.ts";

export const INTAKE_EVENTS = {
  /**
   * `coming`: the windows of that phase and stage still to close, the hub's own or the page's. Version 2: in version 1
   * it was left out before windows were noted (libs/store/events/upcast.ts).
   */
  InterestExpressed: carries<Interest>(),
  /** A window on which an interested school waits was set or moved. */
  WindowNoted: carries<ComingWindow>(),
  /** It opened and closed while the service was away. */
  WindowPassed: carries<{ prospectus: string }>(),
  /** Once: the window is open, and the school may apply. */
  ApplicationInvited: carries<{ prospectus: string; opensOn: LocalDate; closesOn: LocalDate }>(),
  ApplicationSubmitted: carries<Submitted>(),
  InformationRequested: carries<Because>(),
  InformationProvided: carries<{ answerId: string | null }>(),
  /**
   * `remindAt`: when the applicant is reminded of it; null where it is too near, absent in events of before there was a
   * reminder. `together`: with the schools that it is to be placed with. `lapsesAt`: on the school day after
   * `respondBy`; absent where that was the midnight after it.
   */
  PlaceOffered: carries<{
    workGroup: string | null;
    respondBy: LocalDate;
    remindAt?: Instant | null;
    lapsesAt?: Instant;
    together?: true;
  }>(),
  OfferReminderDue: carries<{ respondBy: LocalDate }>(),
  /** `workGroup`: the one that was full, on whose waitlist the school stands; null where the hub keeps it waiting. */
  ApplicationWaitlisted: carries<Because & { workGroup: string | null }>(),
  ApplicationDeclined: carries<Because>(),
  ApplicationRedirected: carries<Because & { prospectus: string | null }>(),
  ApplicationWithdrawn: carries<Because>(),
  /** By when the hub places the school, and from when it is asked to; absent in events of before there was a day. */
  OfferAccepted: carries<{ placeBy?: LocalDate; askHubAt?: Instant }>(),
  OfferDeclined: carries<Because>(),
  OfferLapsed: carries<{ respondBy: LocalDate }>(),
  /**
   * The way in ends without a place: nothing came of it in its year, or an application for a later year takes its
   * place. `stood`: how it stood. `tellAt`: when the school is told, on a school day; null where the new application
   * tells.
   */
  ApplicationEnded: carries<{
    why: "year-over" | "later-application";
    stood: "interested" | "applied" | "information-requested" | "waitlisted" | "accepted";
    prospectus: string;
    tellAt: Instant | null;
  }>(),
  /** The school is told what became of it; `ended`: the event by which it ended. */
  ApplicationEndTold: carries<{ ended: number }>(),
  SchoolPlaced: carries<{ workGroup: string | null; stage: Stage; academicYear: string; prospectus: string }>(),
};
