// What a form asks of how a session is held: the same for a group and for one school of it.

import type { FormField } from "./form-fields.ts";

/** From when till when. */
export const TIMES: readonly FormField[] = [
  {
    kind: "time",
    name: "startsAt",
    label: "Starts at",
    hint: "As the clock shows it, such as 13:30.",
    required: false,
  },
  { kind: "time", name: "endsAt", label: "Ends at", required: false },
];

/** Where to come, or where to click. */
export const WHERE_TO: readonly FormField[] = [
  {
    kind: "words",
    name: "place",
    label: "Place",
    hint: "Where it is in person: the school or building, its address, and what somebody needs who comes there.",
    required: false,
  },
  {
    kind: "url",
    name: "link",
    label: "Link",
    hint: "Where it is online: an address that begins with https://. With a link and no place it is online.",
    required: false,
  },
];
