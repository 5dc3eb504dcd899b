// Whatever is asked of a journey, in whatever order: no day that the service sets for a person falls on a day off, and
// nothing that time brings is told on one. A day that somebody gives with a reason is theirs.

import { expect, it } from "@jest/globals";
import { hold, lives, PATIENCE } from "../../test/support/drawn-lives.ts";
import { isBrought } from "../../test/support/brought.ts";
import { RULES } from "../../test/support/journey.ts";
import { localDate, type Instant, type LocalDate } from "../calendar/instants.ts";
import { isSchoolDay } from "../calendar/terms.ts";
import type { Recorded } from "./events.ts";

/** The days on which somebody is to have done, answered or decided something, as the service set them. */
function daysSet(event: Recorded): LocalDate[] {
  const { tellAt = event.at } = event as { tellAt?: Instant | null };
  // Null: in the next letter of a morning.
  const told = isBrought(event.type) && tellAt !== null ? [localDate(tellAt)] : [];
  const code = "reasonCode" in event ? event.reasonCode : undefined;
  const givenBySomebody =
    "reasonId" in event || event.type === "AnotherDateAsked" || code === "session-dated" || code === "visit-booked";
  if (givenBySomebody) return told;
  const { dueOn, respondBy, placeBy } = event as Partial<Record<"dueOn" | "respondBy" | "placeBy", LocalDate | null>>;
  // Until when a place is kept, and the day of what was missed or said before, are no new days.
  const kept = ["NextStageInvited", "NextStagePlaceLapsed", "CommitmentMissed", "OfferLapsed", "OfferReminderDue"];
  const set = kept.includes(event.type) ? [] : [dueOn, respondBy, placeBy];
  const promised = event.type === "StageStarted" ? event.commitments.map((one) => one.dueOn) : [];
  return [...told, ...promised, ...set.filter((day): day is LocalDate => typeof day === "string")];
}

it(
  "no day for a person is a day off",
  () => {
    let days = 0;
    lives(({ events }) => {
      for (const event of events)
        for (const day of daysSet(event)) {
          days += 1;
          hold(isSchoolDay(RULES.calendar, day), `${day} is a day off`, event);
        }
    });
    // The runs go far enough to mean something.
    expect(days).toBeGreaterThan(100);
  },
  PATIENCE,
);
