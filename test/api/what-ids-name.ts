// What each place of the OpenAPI document names, written down. A place that is not here fails test/api/every-id.int:
// whoever adds one says what it names, and the test then asks there for another's.

import type { Place } from "./named-fields.ts";

/** Things that belong to somebody: an id of another's is answered like one that nobody has. */
export const KINDS = [
  "journey",
  "school",
  "hub",
  "group",
  "person",
  "letter",
  "teacher",
  "task",
  "run",
  "payment",
  "link",
  "webhook",
  "note",
] as const;
export type Kind = (typeof KINDS)[number];

/** By the folder of the address: what its `{id}` is. */
const IDS: readonly (readonly [folder: string, Kind])[] = [
  ["webhooks/", "webhook"],
  ["journeys/", "journey"],
  ["watch-list/", "journey"],
  ["school-questions/", "journey"],
  ["work-groups/", "group"],
  ["payment-runs/", "run"],
  ["people/", "person"],
  ["calendar-links/", "link"],
];

/** By the name of the place; where that says too little, by operation and name. */
const NAMED: Readonly<Record<string, Kind>> = {
  hub: "hub",
  urn: "school",
  "school.urn": "school",
  "group.schools[].urn": "school",
  journey: "journey",
  "schools[]": "journey",
  "schools[].journey": "journey",
  "leaveOut[]": "journey",
  "completed[]": "journey",
  "notCompleted[]": "journey",
  "invite[]": "journey",
  "groups[].schools[]": "journey",
  "get hubs/{hub}/tried-year withdraws": "journey",
  "get hubs/{hub}/tried-year moves": "group",
  workGroup: "group",
  "groups[].id": "group",
  "post work-groups id": "group",
  participant: "teacher",
  "present[]": "teacher",
  "late[]": "teacher",
  "teachers[]": "teacher",
  "teachers[].participant": "teacher",
  "absent[].participant": "teacher",
  "schools[].present[]": "teacher",
  "schools[].late[]": "teacher",
  "schools[].absent[].participant": "teacher",
  "post journeys/{id}/nominate-participant participant": "person",
  by: "person",
  person: "person",
  assignee: "person",
  handTo: "person",
  leadTo: "person",
  lead: "person",
  "groups[].lead": "person",
  task: "task",
  "get journeys/{id}/letters/{letter} letter": "letter",
  "payments[]": "payment",
  "post journeys/{id}/notes/{note}/amend note": "note",
  "post journeys/{id}/notes/{note}/followed-up note": "note",
  "post journeys/{id}/notes/{note}/withdraw note": "note",
};

/**
 * Names nothing of anybody's: words that people write; codes and years of the programmes; what is counted within the
 * one thing that the address names (a session, a commitment, an event); a place in a list; digests of what is sent.
 */
const NOTHING = new Set([
  ...["words", "reason", "reasons", "note", "notes", "steps", "answer", "name", "q", "url", "relationship"],
  ...["address", "postcode", "firstName", "lastName", "email", "school.name", "school.address", "school.postcode"],
  ...["contact.firstName", "contact.lastName", "contact.email", "school.headteacher.name", "school.headteacher.email"],
  ...["contacts[].firstName", "contacts[].lastName", "contacts[].email", "group.schools[].relationship"],
  ...["reasonCode", "absent[].reasonCode", "schools[].absent[].reasonCode", "criteria[]", "theme", "leadRole"],
  ...["prospectus", "programme", "year", "academicYear", "into", "la", "status", "groups[].leadRole"],
  ...["groups[].prospectus", "school.history[].academicYear", "halfDays", "weeks", "places", "amount", "days"],
  ...[
    "allocatedPence",
    "did[]",
    "commitment",
    "session",
    "sessions[].session",
    "concern",
    "seq",
    "event",
    "reminder",
    "letter",
  ],
  ...[
    "statements[]",
    "question",
    "answers[].question",
    "answers[].answer",
    "quote",
    "also[]",
    "decision",
    "equivalent",
  ],
  // The day of a note; by what their list is narrowed.
  ...["followUpOn", "due", "whose"],
  // What a letter to come would tell, and the event by which that is held: counted within the journey.
  ...["tells[]", "hold"],
  // When and where a session is held: times, and words of people.
  ...["startsAt", "endsAt", "place", "link", "sessions[].startsAt", "sessions[].endsAt", "sessions[].place"],
  "sessions[].link",
  // A task of a group: counted within it.
  "post work-groups/{id}/assign-task task",
  ...["limit", "after", "plan", "file", "subject", "text"],
  // By what a list is narrowed and sorted: codes of the register, and what is so or is not.
  ...["trust", "overdue", "tasks", "sort", "order", "placesLeft", "waited"],
  ...["role", "telephone", "contact.telephone", "paragraph"],
  // A hub's own figures, and the words of its themes and of its reasons for an absence.
  ...["groupLeast", "groupMost", "offerDays", "offerReminderDays", "graceDays", "toHeadteacherDays", "toHubLeadDays"],
  ...["grantWaitDays", "chaserDays", "chasersATerm", "sessions[].week", "themes[].code", "themes[].text"],
  ...["absence[].code", "absence[].text", "links[].kind", "links[].text", "links[].address"],
  // A delivery receipt names a letter, by its Message-ID; who sends it holds a token of the mail service.
  "reference",
  // A hub lists whichever schools it likes (they are public): nothing of theirs is shown for it.
  "urns[]",
  // Operators and auditors alone ask, and see every hub.
  "get security-events who",
  // Of a figure that is tried.
  "get hubs/{hub}/tried-year value",
]);

/** What a place names: a thing of somebody's, nothing, or `null` where nobody has said it yet. */
export function whatNames({
  operation,
  place,
  name,
}: Pick<Place, "operation" | "place" | "name">): Kind | "nothing" | null {
  if (place === "path" && name === "id") return IDS.find(([folder]) => operation.includes(folder))?.[1] ?? null;
  const kind = NAMED[`${operation} ${name}`] ?? (NOTHING.has(`${operation} ${name}`) ? undefined : NAMED[name]);
  if (kind !== undefined) return kind;
  return NOTHING.has(name) || NOTHING.has(`${operation} ${name}`) ? "nothing" : null;
}

/** Where another's is told from nobody's, on purpose: what both are answered, and why that may be. */
export const TOLD_APART: Readonly<Record<string, readonly [theirs: string, nobodys: string]>> = {
  // A hub that applies for a school elsewhere is told that it is not free, and no more.
  "post applications body school.urn": ["409 already-active", "409 window-closed"],
  "post interests body school.urn": ["409 already-active", "200"],
  // A group that nobody has formed is only words.
  "post journeys/{id}/offer-place body workGroup": ["409 wrong-group", "200"],
  "post journeys/{id}/waitlist-application body workGroup": ["409 wrong-group", "200"],
  "post journeys/{id}/place-in-work-group body workGroup": ["409 wrong-group", "409 wrong-group"],
  "post journeys/{id}/invite-to-next-stage body workGroup": ["409 wrong-group", "409 not-in-this-state"],
  // The codes of groups are one list for all hubs: one that is taken cannot be taken again.
  "post work-groups body id": ["409 not-in-this-state", "200"],
  "post hubs/{hub}/turn body groups[].id": ["409 not-in-this-state", "200"],
  // Somebody at a hub is known by their sign-in, of which there is no list here.
  "post journeys/{id}/assign-task body assignee": ["409 unknown-participant", "200"],
  "post work-groups/{id}/assign-task body assignee": ["409 unknown-participant", "200"],
  "post work-groups body lead": ["409 unknown-participant", "200"],
  "post work-groups/{id}/change-lead body lead": ["409 unknown-participant", "200"],
  "post hubs/{hub}/turn body groups[].lead": ["409 unknown-participant", "200"],
  // To name another hub is what it is for; one that is not there takes no school.
  "post journeys/{id}/move-to-hub body hub": ["200", "422 invalid"],
};

/** Where one's own is answered like another's, and why. */
export const OWN_ALIKE: ReadonlySet<string> = new Set([
  // Who is at a school leads no Work Group.
  "get journeys query lead",
  "get work-groups query lead",
  // Partners of an application: any school may be named, and nothing of it is shown.
  "post applications body group.schools[].urn",
  // Taken by oneself, or by another.
  "post work-groups body id",
  "post hubs/{hub}/turn body groups[].id",
  // A filter of one's own tasks.
  "get hubs/{hub}/tasks query assignee",
  "get hubs/{hub}/group-tasks query assignee",
  // No school of theirs goes on in this turn.
  "post hubs/{hub}/turn body groups[].schools[]",
  // Nobody is on the list of the hub's staff here.
  "post hubs/{hub}/staff/{person}/leave path person",
  "post hubs/{hub}/staff/{person}/leave body handTo",
  "post hubs/{hub}/staff/{person}/leave body leadTo",
  // Of a hub's file nobody here has one.
  "get hubs/{hub}/bulk-applications/{file} path hub",
]);
