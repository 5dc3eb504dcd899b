// What a letter says of the files that come with it for its reader's calendar.

import { dateWithWeekday } from "../calendar/long-dates.ts";
import { type Block, followed, section, type Letter } from "./letter.ts";
import type { Invited } from "./told.ts";

/** Programs act on one invitation by themselves; of several that come with a letter each is a file to open. */
const SEVERAL: Block = {
  kind: "paragraph",
  text:
    "With this e-mail come several files, one for each date. Open them one by one: each puts its date into your " +
    "calendar, changes it there, or takes it out.",
  files: true,
};

/**
 * The same letter, with the dates that go out of its reader's calendar while the meetings take place without them, and
 * what to do with several files.
 */
export function withCalendar(letter: Letter, invites: readonly Invited[]): Letter {
  const out = invites
    .filter(({ only, cancelled }) => only !== undefined && cancelled)
    .map(({ called, meeting }) => ({ called, on: meeting.on }))
    .sort((a, b) => (a.on < b.on ? -1 : 1));
  return followed(letter, [
    ...section(
      "Please take out of your calendar",
      out.map(({ called, on }) => `${called}, ${dateWithWeekday(on)}`),
    ),
    ...(invites.length > 1 ? [SEVERAL] : []),
  ]);
}
