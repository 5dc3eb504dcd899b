// Why a grant is where it is: the page that gives it, the session that made it payable, the two who approved, the run
// that paid.

import type { Instant } from "../../calendar/instants.ts";
import type { Catalogue } from "../../prospectus/lookup.ts";
import type { EventType } from "../events.ts";
import { fold } from "../evolve.ts";
import type { AskedOfGrant } from "../event-words.ts";
import { grantCauseInWords } from "../../words/grant-causes.ts";
import { isOfGrant } from "../grant-events.ts";
import { questionOf } from "../grant-questions.ts";
import { ALL_BY_CODE, listed, pounds, type Naming, type NamingOf } from "../sentences.ts";
import type { Grant } from "../state.ts";
import { stagesOf } from "../state.ts";
import {
  assumed,
  explained,
  link,
  ofFigure,
  ofService,
  type Cited,
  type Explanation,
  type Fact,
  type Link,
} from "./explanation.ts";
import { partOf, performed, uptoThen, yearOf, type YearPart } from "./stage-year.ts";

const PAYABLE = assumed(
  "A grant becomes payable once the teachers that the page asks for are named and fit, and each of their places was " +
    "filled at a session; or somebody at the hub decides it. A year that began before the service asked for its " +
    "teachers: once participants have attended the first session.",
);
const RULES: Partial<Record<EventType, Cited>> = {
  GrantPayable: PAYABLE,
  GrantReopened: PAYABLE,
  GrantApproved: ofService("A grant is released when two people have approved it; nobody approves twice."),
  GrantReleased: ofService(
    "A grant is released when two people have approved it; it is posted to the ledger once and waits for a " +
      "payment run.",
  ),
  GrantDecided: ofService(
    "What the rules do not pay by themselves, a person decides, with a reason: to release it, a part of it, to " +
      "withhold it; of what was paid, to keep it with the school or to ask it back.",
  ),
  GrantRecalled: ofService("What was released is not to go out like this: it takes two approvals anew."),
  PaymentHeld: ofService("A payment can be taken out of its run before the bank has it, with a reason."),
  PaymentReturned: ofService("What the bank gave back waits for the next payment run."),
  GrantAdjusted: ofService("An adjusted amount needs a reason, and two approvals anew."),
  GrantWithheld: ofService("A grant is withheld with a reason, before it is released."),
  PaymentRunPrepared: ofService(
    "A grant is paid only in a payment run, which one person prepares and another authorises.",
  ),
  PaymentRunAuthorised: ofService("Nobody authorises a payment run they prepared."),
  PaymentFailed: ofService("What could not be paid waits for the next payment run."),
  ClawbackRequested: ofService("What is asked back is netted against the next payment, or invoiced."),
};

/**
 * Explains the grant of an academic year (the last stage-year begun in it) as of an instant: also why there is none.
 * Null where no stage-year of that academic year had begun by then. `facts`: all of a journey's, in order.
 * `namingOf`: how whoever reads it calls what it names by code.
 */
export function whyGrant(
  facts: readonly Fact[],
  academicYear: string,
  catalogue: Catalogue,
  asOf: Instant,
  namingOf: NamingOf = ALL_BY_CODE,
): Explanation | null {
  const known = uptoThen(facts, asOf);
  const year = yearOf(known, (one) => one.academicYear === academicYear);
  if (!year) return null;
  const { stage } = year.started;
  const name = namingOf(year.started.commitments);
  const about = `The grant of ${name.stageYear(year.started)}`;
  const chain = [
    begun(year, catalogue, name),
    ...atSessions(year, known, name),
    ...known.filter(({ event }) => isOfGrant(event, { stage, academicYear })).flatMap(ofGrant(known, name)),
  ];
  const state = fold(known.map(({ event }) => event));
  const grant =
    state.status === "none"
      ? undefined
      : state.grants.find((one) => one.stage === stage && one.academicYear === academicYear);
  return explained(
    about,
    asOf,
    grant && state.status !== "none"
      ? stands(grant, questionOf(state, grant), name)
      : "There is none: the prospectus gives no grant for this stage-year, for no page states one.",
    chain,
  );
}

/** The stage-year under its prospectus, with the page that gives the money. */
function begun({ fact, started }: YearPart, catalogue: Catalogue, name: Naming): Link {
  const prospectus = catalogue.get(started.prospectus);
  const figure = prospectus?.grant?.amountPence;
  const amended =
    prospectus && prospectus.revision !== started.revision
      ? ` The year began under revision ${started.revision}; the page quoted is of revision ${prospectus.revision}.`
      : "";
  const says = `The stage-year begins under ${name.prospectus(started.prospectus)}.`;
  if (!prospectus) return link(name, fact, null, says);
  const called = name.prospectus(prospectus.id);
  if (!figure)
    return link(name, fact, ofService(`No page states a grant for ${called}: nothing is given.${amended}`), says);
  return link(name, fact, ofFigure(`${called} gives a school ${pounds(figure.value)}.${amended}`, figure), says);
}

/** What was recorded of the sessions by which it is payable, what came of it, and what somebody was asked. */
function atSessions(year: YearPart, known: readonly Fact[], name: Naming): Link[] {
  const state = fold(known.map(({ event }) => event));
  const now = stagesOf(state).findLast(
    (one) => one.stage === year.started.stage && one.academicYear === year.started.academicYear,
  );
  if (now && now.teachers !== null) return ofAllSessions(year, known, name);
  const first = now?.commitments.find((one) => one.kind === "meeting" && one.status !== "waived");
  if (!first) return [];
  const records = partOf(known, year).filter(
    ({ event }) => event.type === "AttendanceRecorded" && event.session === first.after,
  );
  const corrections = partOf(known, year).filter(
    ({ event }) => event.type === "RecordCorrected" && records.some((one) => one.event.seq === event.event),
  );
  const outcomes = partOf(known, year).filter(
    ({ event }) =>
      (event.type === "CommitmentMet" || event.type === "CommitmentReopened") && event.commitment === first.code,
  );
  return [...records, ...corrections, ...outcomes].map((fact) => link(name, fact));
}

function ofAllSessions(year: YearPart, known: readonly Fact[], name: Naming): Link[] {
  const { stage, academicYear } = year.started;
  // What was recorded after it had become payable made no difference to it.
  const payable = known.findLast(
    ({ event }) => event.type === "GrantPayable" && event.stage === stage && event.academicYear === academicYear,
  );
  const part = partOf(known, year);
  const before = part.filter(({ event }) => payable === undefined || event.seq < payable.event.seq);
  const records = before.filter(({ event }) => event.type === "AttendanceRecorded");
  const corrections = part.filter(
    ({ event }) => event.type === "RecordCorrected" && records.some((one) => one.event.seq === event.event),
  );
  const meetings = year.started.commitments.filter(({ kind }) => kind === "meeting").map(({ code }) => code);
  const outcomes = [
    ...before.filter(({ event }) => event.type === "CommitmentMet" && meetings.includes(event.commitment)),
    ...part.filter(({ event }) => event.type === "CommitmentReopened" && meetings.includes(event.commitment)),
  ];
  const asked = known.filter(
    ({ event }) =>
      event.type === "TaskOpened" && event.grant?.stage === stage && event.grant.academicYear === academicYear,
  );
  return [
    ...[...records, ...corrections, ...outcomes].map((fact) => link(name, fact)),
    ...asked.map((fact) =>
      link(
        name,
        fact,
        null,
        fact.event.type === "TaskOpened" && fact.event.grant
          ? `Somebody has to decide on it. ${grantCauseInWords(fact.event.grant.cause, fact.event.grant.paid)}`
          : undefined,
      ),
    ),
  ];
}

function ofGrant(known: readonly Fact[], name: Naming): (fact: Fact) => Link[] {
  return (fact) => {
    const own = link(name, fact, RULES[fact.event.type] ?? null);
    if (fact.event.type !== "GrantReleased") return [own];
    const posted = performed(known, fact.event.seq);
    return posted ? [own, link(name, posted, null, "It is in the ledger and waits for the next payment run.")] : [own];
  };
}

function stands(grant: Grant, asks: AskedOfGrant | null, name: Naming): string {
  const amount = pounds(grant.amountPence);
  const back =
    grant.clawback.status === "none"
      ? ""
      : ` ${pounds(grant.clawback.amountPence)} of it was asked ` +
        `back${grant.clawback.status === "recovered" ? " and came back" : ""}.`;
  const by = listed(name.people(grant.approvers));
  switch (grant.status) {
    case "due":
      return asks === null
        ? `${amount} is due, not yet payable: it waits until its teachers have been at a session.${back}`
        : `${amount} is due, not yet payable: somebody decides. ${grantCauseInWords(asks.cause, false)}${back}`;
    case "payable":
      return grant.approvers.length === 0
        ? `${amount} is payable; nobody has approved it yet.${back}`
        : `${amount} is payable; approved by ${by}, one more approval is needed.${back}`;
    case "released":
      return asks === null
        ? `${amount} is released, approved by ${by}; not yet paid.${back}`
        : `${amount} is released, approved by ${by}, and no run pays it until somebody decides. ` +
            `${grantCauseInWords(asks.cause, false)}${back}`;
    case "paid":
      return asks === null
        ? `${amount} is paid, approved by ${by}.${back}`
        : `${amount} is paid, approved by ${by}. ${grantCauseInWords(asks.cause, true)} Somebody decides what ` +
            `becomes of it.${back}`;
    case "withheld":
      return `${amount} is withheld.${back}`;
    default:
      return grant.status satisfies never;
  }
}
