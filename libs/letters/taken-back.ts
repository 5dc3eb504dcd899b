// What the school was told before was a mistake.

import type { Restored } from "../journey/taken-back.ts";
import {
  type Envelope,
  type Letter,
  letter,
  notice,
  paragraph,
  programmeOf,
  schoolName,
  steps,
  withProgramme,
} from "./letter.ts";
import { hubName } from "./words.ts";

/** What was recorded by mistake, as the school was told it, or would have been. */
const WAS: Readonly<Record<Restored["was"], string>> = {
  ApplicationDeclined: "that it was not selected",
  ApplicationRedirected: "that another programme would suit it better",
  ApplicationWithdrawn: "that its application was withdrawn",
  OfferDeclined: "that it declined its place",
  OfferLapsed: "that the offer of its place had ended",
  SchoolPlaced: "that it was placed in a Work Group",
  SchoolWithdrawn: "that it left the programme",
};

/** A decision was taken back: the journey stands where it stood before. */
export function takenBack(envelope: Envelope, { was, status, place }: Restored): Letter {
  const hub = hubName(envelope.hub);
  return letter(envelope, withProgramme(envelope, "A correction of what we wrote"), [
    notice("What was recorded about your school was a mistake, and has been taken back."),
    paragraph(
      `For ${schoolName(envelope)} and ${programmeOf(envelope)} it was recorded ${WAS[was]}. That was a mistake. ` +
        "Please take no notice of any letter that said so. We are sorry for the trouble.",
    ),
    ...steps("How it stands now", [standsNow(status, place, hub)]),
  ]);
}

function standsNow(status: string, place: Restored["place"], hub: string): string {
  switch (status) {
    case "interested":
      return "Your school’s interest stands: we write when it can apply.";
    case "information-requested":
      return `${hub} still waits for the answer to its question, and decides then.`;
    case "applied":
      return `${hub} looks at your application again. You do not need to send it again.`;
    case "waitlisted":
      return "Your school is on the waiting list again. If a place becomes free we will write to offer it to you.";
    case "accepted":
      return place === null
        ? "Your school has accepted its place, and waits to be placed in a Work Group."
        : "Your school has its place again, as it accepted it, and waits to be placed in its Work Group.";
    case "paused":
      return "Your school’s place is kept, and the journey is paused as before.";
    default:
      return "Your school takes part again, as before. Dates that passed meanwhile are given anew.";
  }
}
