// The termly reminder: what is owed, what came in, what comes next. One e-mail a term, not one for each commitment.

import type { LocalDate } from '../../calendar/instants.ts';
import type { Term } from '../../calendar/terms.ts';
import { heading, letter, notice, paragraph, section, steps, type Block, type Envelope, type Letter } from './letter.ts';
import { commitmentName, count, longDate, termName, type Promised } from './words.ts';
import { rowsOf } from './year.ts';

export interface ReminderFacts {
  term: Term;
  academicYear: string;
  /** The day for which the reminder is written: what was due before it is overdue. */
  on: LocalDate;
  outstanding: readonly Promised[];
  /** What came in since the last reminder. */
  received: readonly Promised[];
  comingUp: readonly Promised[];
  /** From the prospectus: what the work is for. */
  outcomes: readonly string[];
}

/** The reminder of a term; where nothing is owed it says so, and still says what comes next. */
export function termlyReminder(envelope: Envelope, facts: ReminderFacts): Letter {
  const { outstanding } = facts;
  return letter(envelope, subjectOf(facts), [
    paragraph(`This is the reminder for the ${termName(facts.term)} of ${facts.academicYear}. We send one each term.`),
    ...(outstanding.length > 0 ? owed(facts) : nothingOwed(facts)),
    ...received(facts.received),
    ...next(facts),
    ...section('What your school is working towards', facts.outcomes),
  ]);
}

function subjectOf({ term, outstanding }: ReminderFacts): string {
  const name = termName(term);
  if (outstanding.length === 0) return `Your ${name} update: nothing is outstanding`;
  return `Your ${name} reminder: ${count(outstanding.length, 'thing')} to do by ${longDate(lastDue(outstanding))}`;
}

function owed({ outstanding, on }: ReminderFacts): Block[] {
  const overdue = outstanding.filter((each) => each.dueOn < on);
  const todo = outstanding.filter((each) => each.dueOn >= on);
  return [
    notice(`Your school has ${count(outstanding.length, 'thing')} still to do. The last is due by ${longDate(lastDue(outstanding))}.`),
    ...table('Overdue', 'Was due by', overdue),
    ...table('Still to do', 'Due by', todo),
    ...steps('What to do', [
      'If something on this list has already been done, reply and tell us when. We will put our records right.',
      'If you cannot do something by its date, reply as soon as you can and ask for a new date.',
    ]),
  ];
}

function table(title: string, by: string, commitments: readonly Promised[]): Block[] {
  if (commitments.length === 0) return [];
  return [heading(title), { kind: 'table', columns: ['What', by], rows: rowsOf(commitments, { todo: true }) }];
}

function nothingOwed({ term }: ReminderFacts): Block[] {
  return [
    notice('Your school owes nothing at the moment. Thank you.'),
    paragraph(`You do not need to reply. We write once a term, so that you know where your school stands and what comes next in the ${termName(term)}.`),
  ];
}

function received(commitments: readonly Promised[]): Block[] {
  if (commitments.length === 0) return [];
  return [heading('Received, thank you'), { kind: 'list', items: commitments.map(commitmentName) }];
}

function next({ comingUp }: ReminderFacts): Block[] {
  if (comingUp.length === 0) return [heading('What comes next'), paragraph('Nothing else is planned for the rest of this year.')];
  return [heading('What comes next'), { kind: 'table', columns: ['What', 'By'], rows: rowsOf(comingUp, { todo: false }) }];
}

function lastDue(commitments: readonly Promised[]): LocalDate {
  return commitments.map((each) => each.dueOn).reduce((a, b) => (a > b ? a : b));
}
