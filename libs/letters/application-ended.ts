// A school that waited is told that it does not wait any more: nothing came of it in its year.

import type { EventOf } from "../journey/events.ts";
import {
  type Envelope,
  type Letter,
  letter,
  paragraph,
  programmeOf,
  schoolName,
  steps,
  withProgramme,
} from "./letter.ts";
import { hubName } from "./words.ts";

type Stood = EventOf<"ApplicationEnded">["stood"];

/** `stood`: how it stood when its wait ended. What the hub has left undone is never put to the school. */
export function applicationEnded(envelope: Envelope, { stood }: { stood: Stood }): Letter {
  const what = stood === "interested" ? "interest" : "application";
  return letter(envelope, withProgramme(envelope, `Your ${what} has ended`), [
    paragraph(whatBecameOf(envelope, stood)),
    ...steps("What you can do", [
      stood === "interested"
        ? "If your school is still interested, say so again: sign in to School Journeys and choose a programme."
        : "If your school still wants to take part, apply for the next year as soon as applications are open. " +
          "What you wrote this time is filled in already.",
    ]),
  ]);
}

function whatBecameOf(envelope: Envelope, stood: Stood): string {
  const hub = hubName(envelope.hub);
  const [school, programme] = [schoolName(envelope), programmeOf(envelope)];
  const over = "and its year is over. That is no decision about your school.";
  switch (stood) {
    case "interested":
      return (
        `You told ${hub} that ${school} is interested in ${programme}. No applications for it are to come, ` +
        "so the interest has ended."
      );
    case "waitlisted":
      return (
        `${school} was on the waiting list for ${programme}. No place became free in time, ` +
        "so the waiting list has ended."
      );
    case "information-requested":
      return (
        `${hub} asked for more information about the application of ${school} for ${programme} and has not had ` +
        "an answer. The application has ended with its year."
      );
    case "applied":
      // No application ends so by itself.
      return `We are sorry: ${hub} did not answer the application of ${school} for ${programme}, ${over}`;
    case "accepted":
      return `We are sorry: ${hub} did not place ${school} in a Work Group of ${programme}, ${over}`;
    default:
      return stood satisfies never;
  }
}
