// Promises were missed: to the lead teachers, then the headteacher, then the hub lead, who has to decide.

import { type Envelope, type Letter, meantFor, together } from "./letter.ts";
import { isHeadteachers } from "../journey/event-words.ts";
import type { EscalationFacts } from "./missed.ts";
import { toHeadteacher } from "./missed-to-headteacher.ts";
import { toHubLead } from "./missed-to-hub-lead.ts";
import { catchUp, toLeadTeachers } from "./missed-to-lead-teachers.ts";

/**
 * The letter of a level, or of several that one reader is told of at once: what goes to the same people is said in one.
 * Level 3 is a task: it lists the choices, each of which needs a reason.
 */
export function escalated(envelope: Envelope, ...all: readonly [EscalationFacts, ...EscalationFacts[]]): Letter {
  const heads = all.filter((one) => forHeadteacher(one));
  const teachers = all.filter((one) => one.level === 1 && !forHeadteacher(one) && !one.excused);
  const [first, ...more] = [
    ...[heads].filter(isSome).map((each) => toHeadteacher(meantFor("headteacher", envelope), each)),
    ...[teachers].filter(isSome).map((each) => toLeadTeachers(meantFor("lead-teacher", envelope), each)),
    ...all.filter((one) => one.excused).map((one) => catchUp(meantFor("lead-teacher", envelope), one)),
    ...all.filter(({ level }) => level === 3).map((one) => toHubLead(envelope, one)),
  ];
  if (first === undefined) throw new TypeError("Every level has its letter.");
  return together(first, ...more);
}

const isSome = (all: readonly EscalationFacts[]): all is [EscalationFacts, ...EscalationFacts[]] => all.length > 0;

/** Their own promise is told to the headteacher first. */
const forHeadteacher = ({ level, commitment }: EscalationFacts): boolean =>
  level === 2 || (level === 1 && isHeadteachers(commitment));
