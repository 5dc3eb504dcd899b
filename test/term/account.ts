// The account of a term: every reminder that was due and what became of it, by the service's own report, held to the
// events and to what arrived.

import type { DataSource } from "typeorm";
import type { Instant } from "../../libs/calendar/instants.ts";
import { readMessageId } from "../../libs/contract/message-id.ts";
import { reminderTotals, type ReminderTotals } from "../../libs/views/reminders/read-due-reminders.ts";
import { acknowledgedOnce, asksOf, effects, gaps, groupedBy, type Row, type Verdict } from "../faults/checks.ts";
import type { Ledger } from "../faults/school.ts";
import { copies, type Deaths, type Noted } from "./copies.ts";
import type { Arrival } from "./rough-mail.ts";
import { peopleOf, TERMLY, type School } from "./schools.ts";
import { isOfTerm } from "./term.ts";

/** `noted`: when a worker's record that a letter is out was written. */
export interface Term {
  schools: readonly School[];
  now: Instant;
  ledger: Ledger;
  arrivals: readonly Arrival[];
  noted: Noted;
  deaths: Deaths;
}

/** The sentences that are wrong, and the figures. */
export async function account(dataSource: DataSource, term: Term): Promise<Verdict> {
  const rows: Row[] = await dataSource.query(
    "select stream, seq, type, at, command_id, data from events order by stream, seq",
  );
  const streams = groupedBy(rows, ({ stream }) => stream);
  const ours = rows.filter(({ command_id }) => !command_id?.startsWith("seed/"));
  const mail = letters(streams, term);
  const second = copies(term.arrivals, namedIn(rows), term.noted, term.deaths);
  const report = await reports(dataSource, rows, term);
  return {
    faults: [
      ...[...streams].flatMap(([stream, events]) => [...gaps(stream, events), ...effects(stream, events)]),
      ...acknowledgedOnce(ours, term.ledger),
      ...notAccepted(term.ledger),
      ...report.faults,
      ...mail,
      ...second.faults,
    ],
    facts: { ...report.facts, ...second.facts },
  };
}

const notAccepted = ({ acknowledged }: Ledger): string[] =>
  acknowledged.flatMap(({ command, outcome }) =>
    "accepted" in outcome && outcome.accepted ? [] : [`${command} was not accepted: ${JSON.stringify(outcome)}`],
  );

const REMINDING = ["ReminderDue", "ReminderResent", "ChaserDue", "MeetingAnnounced"];
const EMPTY: ReminderTotals = {
  due: 0,
  sent: 0,
  merged: 0,
  heldBack: 0,
  superseded: 0,
  pending: 0,
  stalled: 0,
  letters: 0,
  bounced: 0,
};

/** Hub by hub, what the service reports: it adds up, nothing is left, and it is what the events say. */
async function reports(dataSource: DataSource, rows: readonly Row[], { schools, now }: Term): Promise<Verdict> {
  const faults: string[] = [];
  const sum = { ...EMPTY };
  let [termlies, chasers] = [0, 0];
  for (const [hub, own] of groupedBy(schools, (school) => school.hub)) {
    const totals = await reminderTotals(dataSource, { hub, within: null, now });
    const termly = await reminderTotals(dataSource, { hub, within: null, now, kind: "termly", ...TERMLY });
    const chased = await reminderTotals(dataSource, { hub, within: null, now, kind: "chaser" });
    const { due, sent, merged, heldBack, superseded, pending, stalled, letters: written } = totals;
    for (const [field, value] of Object.entries(totals)) sum[field as keyof ReminderTotals] += value;
    termlies += termly.due;
    chasers += chased.due;
    if (due !== sent + merged + heldBack + superseded)
      faults.push(
        `${hub}: ${due} were due; ${sent} sent, ${merged} merged, ${heldBack} held back, ${superseded} superseded ` +
          "do not make that",
      );
    if (pending + stalled > 0) faults.push(`${hub}: ${pending} pending and ${stalled} stalled are left`);
    if (termly.due !== own.length)
      faults.push(`${hub}: ${termly.due} termly reminders were due to ${own.length} schools`);
    const expected = expectedOf(rows, new Set(own.map(({ journey }) => `journey/${journey}`)));
    if (chased.due !== expected.chasers)
      faults.push(`${hub}: the events have ${expected.chasers} chasers, the report ${chased.due}`);
    if (written !== expected.letters)
      faults.push(`${hub}: the events name ${expected.letters} letters, the report ${written}`);
    if (sent !== expected.sent || merged !== expected.merged)
      faults.push(
        `${hub}: by the events ${expected.sent} were sent and ${expected.merged} merged, by the report ${sent} and ` +
          `${merged}`,
      );
  }
  const all = await reminderTotals(dataSource, { within: null, now });
  if (JSON.stringify(all) !== JSON.stringify(sum))
    faults.push(`all hubs: ${JSON.stringify(all)} is not the sum of the hubs, ${JSON.stringify(sum)}`);
  const { due, sent, merged, heldBack, superseded, letters: written } = sum;
  const reasons: { what: string; count: number; known: boolean }[] = await dataSource.query(REASONS, [now]);
  faults.push(...reasons.filter(({ known }) => !known).map(({ what, count }) => `${count} of ${what} have no reason`));
  return {
    faults,
    facts: {
      ...Object.fromEntries(reasons.map(({ what, count }) => [what, count])),
      due,
      termly: termlies,
      chasers,
      sent,
      merged,
      heldBack,
      superseded,
      lettersOfReminders: written,
    },
  };
}

/** What became of them, by kind, with the reason that the report gives for each of which nothing went. */
const REASONS = `
  select concat_ws(' ', kind, outcome, why) as what, count(*)::int as count,
    outcome in ('sent', 'merged') or why is not null as known
  from due_reminders where due_at <= $1 group by kind, outcome, why order by 1`;

/** The same by the events alone: which letters told of what, and whether they went. */
function expectedOf(
  rows: readonly Row[],
  own: ReadonlySet<string>,
): { chasers: number; sent: number; merged: number; letters: number } {
  const mine = rows.filter(({ stream }) => own.has(stream));
  const outcomes: ("sent" | "merged")[] = [];
  let letters = 0;
  for (const events of groupedBy(mine, ({ stream }) => stream).values()) {
    const became = new Map<number, "sent" | "merged">();
    for (const done of events.filter(({ type }) => type === "EffectPerformed")) {
      const asked = events[Number(done.data["effect"]) - 1];
      const { heads, within } = tellsOf(asked, events);
      const went = messageIdsOf(done).length;
      if (heads.size + within.size === 0 || went === 0) continue;
      letters += went;
      for (const one of within) became.set(one, "merged");
      for (const one of heads) became.set(one, "sent");
    }
    outcomes.push(...became.values());
  }
  return {
    chasers: mine.filter(({ type }) => type.startsWith("Chaser")).length,
    sent: outcomes.filter((one) => one === "sent").length,
    merged: outcomes.filter((one) => one === "merged").length,
    letters,
  };
}

/** Of the reminders that letters tell of, those that head one, and those that stand in one alone. */
function tellsOf(
  asked: Row | undefined,
  events: readonly Row[],
): { heads: ReadonlySet<number>; within: ReadonlySet<number> } {
  const reminds = (seq: number): boolean => isReminding(events[seq - 1]);
  const letters =
    asked?.type === "LettersDue"
      ? (asked.data["letters"] as { tells: number[] }[]).map(({ tells }) => tells)
      : [asked?.seq ?? []].flat().map((seq) => [seq]);
  const heads = new Set(letters.flatMap(([first = 0]) => first).filter(reminds));
  const within = new Set(letters.flat().filter((seq) => reminds(seq) && !heads.has(seq)));
  return { heads, within };
}

/** A third level is the hub lead's, in the letter of the hub's morning. */
const isReminding = (row: Row | undefined): boolean =>
  row !== undefined &&
  (REMINDING.includes(row.type) || (row.type === "CommitmentEscalated" && Number(row.data["level"]) < 3));

const messageIdsOf = ({ data }: Row): string[] =>
  String(data["messageId"] ?? "")
    .split(" ")
    .filter(Boolean);
const namedIn = (rows: readonly Row[]): ReadonlySet<string> =>
  new Set(rows.filter(({ type }) => type === "EffectPerformed").flatMap(messageIdsOf));

/** Nothing came that nobody asked for, nor to anybody but the school's own people and its own hub. */
function letters(streams: ReadonlyMap<string, Row[]>, { schools, arrivals }: Term): string[] {
  const byJourney = new Map(schools.map((school) => [school.journey, school]));
  return arrivals.flatMap(({ messageId, to }) => {
    const id = readMessageId(messageId);
    const school = byJourney.get(id?.journey ?? "");
    const asked = streams.get(`journey/${id?.journey}`)?.[(id?.seq ?? 0) - 1];
    if (!school || !asked || asksOf(asked) === null || !isOfTerm(new Date(asked.at).toISOString()))
      return [`${messageId} arrived and nothing asked for it`];
    const allowed = [...peopleOf(school).map(({ email }) => email), `hub-${school.hub}@hubs.example`];
    return allowed.includes(to) ? [] : [`${messageId} went to somebody who is not of ${school.journey}`];
  });
}
