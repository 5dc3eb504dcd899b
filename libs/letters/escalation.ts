// A promise was missed: to the lead teachers, then the headteacher, then the hub lead, who has to decide.

import type { LocalDate } from "../calendar/instants.ts";
import { TASK_DECISIONS, type TaskDecision } from "../journey/commands.ts";
import type { Recipient } from "../journey/events.ts";
import {
  heading,
  letter,
  meantFor,
  notice,
  paragraph,
  schoolName,
  section,
  steps,
  type Envelope,
  type Letter,
} from "./letter.ts";
import {
  commitmentName,
  commitmentTodo,
  decisionsInWords,
  hubName,
  listOf,
  longDate,
  roleName,
  whatIsMissing,
  type Promised,
} from "./words.ts";

export interface EscalationFacts {
  commitment: Promised;
  level: 1 | 2 | 3;
  /** When the next level is told if nothing changes; null after the last. */
  nextOn: LocalDate | null;
  /** Who has been told so far, oldest first. */
  told: readonly { to: readonly Recipient[]; on: LocalDate }[];
  /** At level 3: what can be chosen as things stand, else all; and by when. */
  choices?: readonly TaskDecision[];
  decideBy?: LocalDate | null;
}

/** The letter of a level. Level 3 is a task: it lists the choices, each of which needs a reason. */
export function escalated(envelope: Envelope, facts: EscalationFacts): Letter {
  switch (facts.level) {
    case 1:
      return toLeadTeachers(meantFor("lead-teacher", envelope), facts);
    case 2:
      return toHeadteacher(meantFor("headteacher", envelope), facts);
    case 3:
      return toHubLead(envelope, facts);
  }
}

function toLeadTeachers(envelope: Envelope, { commitment, nextOn }: EscalationFacts): Letter {
  const due = longDate(commitment.dueOn);
  return letter(envelope, `Overdue since ${due}: ${commitmentName(commitment)}`, [
    paragraph(`This is about something that ${schoolName(envelope)} agreed to. ${whatIsMissing(commitment)}`),
    ...whatToDo(commitment),
    ...(nextOn ? [notice(`If we hear nothing, we will write to your headteacher on ${longDate(nextOn)}.`)] : []),
  ]);
}

function toHeadteacher(envelope: Envelope, { commitment, nextOn, told }: EscalationFacts): Letter {
  const due = longDate(commitment.dueOn);
  return letter(envelope, `For the headteacher: ${commitmentName(commitment)} was due on ${due}`, [
    paragraph(
      `When your school took its place in ${envelope.programme ?? "the programme"}, it agreed to certain ` +
        `things. One of them is missing. ${whatIsMissing(commitment)}`,
    ),
    ...history(told),
    ...whatToDo(commitment),
    paragraph("If the reason is time or staffing, tell us. The hub can often help, or agree another date."),
    ...(nextOn
      ? [notice(`If we hear nothing, the hub lead will be asked on ${longDate(nextOn)} to decide what happens next.`)]
      : []),
  ]);
}

function whatToDo(commitment: Promised): ReturnType<typeof steps> {
  return steps("What to do", [
    commitmentTodo(commitment),
    "If it has already been done, reply and tell us when. We will put our records right.",
    "If it cannot be done now, reply and suggest a new date.",
  ]);
}

function toHubLead(
  envelope: Envelope,
  { commitment, told, choices = TASK_DECISIONS, decideBy = null }: EscalationFacts,
): Letter {
  const due = longDate(commitment.dueOn);
  const ours = commitment.by === "hub";
  const what = ours
    ? `The hub promised ${schoolName(envelope)}: ${commitmentName(commitment)}, by ${due}. There is no record of it.`
    : `${schoolName(envelope).replace(/^the/, "The")} agreed to: ${commitmentName(commitment)}, by ${due}. ` +
      `There is no record of it.`;
  return letter(envelope, `To decide: ${commitmentName(commitment)}, due ${due} (URN ${envelope.school.urn})`, [
    paragraph(what),
    ...(ours
      ? [
          notice(
            "This is the hub’s own promise to the school. Please see that it is kept, or agree a new date " +
              "with the school.",
          ),
        ]
      : history(told)),
    heading("Your decision"),
    paragraph(
      `You are asked to decide for ${hubName(envelope.hub)}. Choose one and record it in School Journeys ` +
        `with your reason:`,
    ),
    { kind: "list", items: decisionsInWords(choices) },
    ...(decideBy === null ? [] : [notice(`Please decide by ${longDate(decideBy)}.`)]),
    paragraph("If evidence comes in before you decide, the task closes by itself."),
  ]);
}

function history(told: EscalationFacts["told"]): ReturnType<typeof section> {
  return section(
    "What has happened so far",
    told.map(({ to, on }) => `${longDate(on)}: we wrote to ${listOf(to.map((role) => `the ${roleName(role)}`))}.`),
  );
}
