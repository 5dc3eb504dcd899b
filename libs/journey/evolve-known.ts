// What a school's journey holds whatever its status, folded: its people, tasks, concerns and grants.

import type { EventOf, Recorded } from "./events.ts";
import { OPERATOR } from "./evolve-hub.ts";
import { evolveGrants } from "./evolve-grants.ts";
import type { Begun, Known, Task } from "./state.ts";

/** What an event changes of what is kept from status to status; of most events that is nothing. */
export function evolveKnown(state: Begun, event: Recorded): Partial<Known> {
  switch (event.type) {
    case "HeadteacherNamed":
      return {
        bounced: state.bounced.filter((one) => one.addressee !== "headteacher"),
        school: { ...state.school, headteacher: true, headteacherContact: event.contactId },
      };
    case "SupportNamed":
      return { support: event.contactId };
    case "TaskOpened": {
      const { task: id, about, commitment, dueOn = null, grant = null } = event;
      return {
        tasks: [
          ...state.tasks.filter((one) => one.id !== id),
          { id, about, commitment, openedAt: event.at, status: "open", assignee: null, dueOn, grant },
        ],
      };
    }
    case "TaskAssigned":
      return taskAssigned(state, event);
    case "LetterBounced":
    case "LetterResent":
    case "ReminderResent":
      return { bounced: bouncedNow(state, event) };
    case "TaskDecided":
      return { tasks: taskNow(state.tasks, event.task, "decided") };
    case "TaskClosed":
      return { tasks: taskNow(state.tasks, event.task, "closed") };
    case "ConcernRaised":
      return { concerns: [...state.concerns, { id: event.concern, commitment: event.commitment, status: "raised" }] };
    case "ConcernStepsAgreed":
      return { concerns: concernNow(state, event.concern, "steps-agreed") };
    case "ConcernReviewed":
      return { concerns: concernNow(state, event.concern, "reviewed") };
    case "ConcernResolved":
      return { concerns: concernNow(state, event.concern, "resolved") };
    case "RemindersOptedOut":
      return event.person === undefined ? { remindersOffUntil: event.until } : {};
    case "ThemeChosen":
      return {
        theme: { academicYear: event.academicYear, theme: event.theme, seq: event.seq, visits: event.visits ?? [] },
      };
    case "ReportCameLate":
      return { past: reportedLate(state.past, event) };
    case "SchoolSucceeded":
      return { school: { ...state.school, urn: event.urn }, aliases: [...state.aliases, event.was] };
    default:
      return { grants: evolveGrants(state.grants, event, state.hub) };
  }
}

/** Who cannot be written to now; a letter that is sent once more is given another chance to arrive. */
function bouncedNow(
  { bounced }: Begun,
  event: Recorded<EventOf<"LetterBounced"> | EventOf<"LetterResent"> | EventOf<"ReminderResent">>,
): Known["bounced"] {
  if (event.type === "ReminderResent") return [];
  const others = bounced.filter((one) => one.addressee !== event.addressee);
  if (event.type === "LetterResent") return others;
  const { addressee, person, effect } = event;
  return [...others, { addressee, person, effect }];
}

/** A move that its hub has not answered is the operator's. */
function taskAssigned(
  { tasks, move }: Begun,
  { at: givenAt, task, assignee, dueOn }: EventOf<"TaskAssigned">,
): Pick<Known, "tasks" | "move"> {
  const passedOn = move?.task === task && assignee === OPERATOR;
  return {
    tasks: tasks.map((one) => (one.id === task ? { ...one, assignee, givenAt, dueOn: dueOn ?? one.dueOn } : one)),
    move: move && passedOn ? { ...move, waitsFor: "operator" } : move,
  };
}

/** The years that are over, once the last of that name has what it lacked. */
function reportedLate(
  past: Known["past"],
  { seq, what, academicYear, on, answers = [] }: Recorded<EventOf<"ReportCameLate">>,
): Known["past"] {
  const of = past.findLast((one) => one.academicYear === academicYear);
  const evidence = { seq, kind: what, on, questions: answers.map(({ question }) => question) };
  return past.map((one) =>
    one === of
      ? {
          ...one,
          evidence: [...one.evidence, evidence],
          commitments: one.commitments.map((each) =>
            each.kind === what ? { ...each, status: "met" as const, next: null } : each,
          ),
        }
      : one,
  );
}

const taskNow = (tasks: Known["tasks"], id: string, status: Task["status"]) =>
  tasks.map((one) => (one.id === id ? { ...one, status } : one));
const concernNow = (state: Begun, id: string, status: Known["concerns"][number]["status"]) =>
  state.concerns.map((one) => (one.id === id ? { ...one, status } : one));
