// What time brings next, as a sentence without its date.

import type { Next } from "./due.ts";
import { BY_CODE, type Naming } from "./sentences.ts";

/** Who hears of what was missed, level by level. */
const CLIMBS_TO = { 1: "the teachers", 2: "the headteacher", 3: "the hub lead" } as const;

/** What happens next by itself, without its date. `name`: how its reader calls what it names by code. */
export function nextInWords(next: Next, name: Naming = BY_CODE): string {
  switch (next.what) {
    case "window-opens":
      return `applications for ${name.prospectus(next.prospectus)} open and the school is invited`;
    case "offer-reminder":
      return `the school is reminded of its offer`;
    case "offer-lapses":
      return `the offer lapses`;
    case "commitment-missed":
      return `${name.first(name.commitment(next.commitment.code))} counts as missed if nothing comes in`;
    case "escalation":
      return `${name.first(name.commitment(next.commitment.code))} goes to ${CLIMBS_TO[next.level]}`;
    case "reminder":
      return `the ${next.reminder.term} reminder goes out`;
    case "chaser":
      return (
        `the school is reminded that ${next.commitments.map(({ code }) => name.commitment(code)).join(", ")} ` +
        `${next.commitments.length === 1 ? "is" : "are"} due soon`
      );
    case "year-ends":
      return `the stage-year ends`;
    case "year-interrupted":
      return `the pause outlasts the stage-year`;
    case "pause-asked":
      return `the hub lead is asked what becomes of a school that pauses without an end`;
    case "pause-ends":
      return `the pause ends`;
    case "stage-starts":
      return `the next stage-year begins`;
    case "kept-place-lapses":
      return `the place kept for it in the coming year falls free`;
    case "invitation-reminder":
      return `the school is reminded of its invitation`;
    case "hub-invites":
      return `the hub is asked whether the school goes on`;
    case "settling-ends":
      return `what is not settled by then ends`;
    case "settled-place-lapses":
      return `the place kept for it through its pause falls free`;
    case "hub-asked":
      return `the hub is asked what becomes of the school, which still waits`;
    case "wait-ends":
      return `the wait ends with nothing come of it`;
    case "end-told":
      return `the school is told that its application has ended`;
    case "move-waits":
      return `an operator decides whether the school goes to another hub`;
    case "meeting-near":
      return `${name.first(name.commitment(next.meeting.code))} is announced to those who are to come`;
    case "letters":
      return "people are told, in one letter each";
    case "grant-asks":
      return `somebody has to decide on the grant for ${name.stageYear(next.asks)}`;
    default:
      return next satisfies never;
  }
}
