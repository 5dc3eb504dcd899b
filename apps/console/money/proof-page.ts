// What proves a grant, or a few payments of a run, as one file that needs nothing beside it: to be kept, printed, or
// sent to an auditor; and the same as a file for a spreadsheet.

import { localTime, type Instant } from "../../../libs/calendar/instants.ts";
import { longDate } from "../../../libs/calendar/long-dates.ts";
import type { Cited, Link } from "../../../libs/journey/why/explanation.ts";
import { pounds } from "../../../libs/journey/sentences.ts";
import type { GrantProof, RunProof } from "../../../libs/service/money/proofs.ts";
import { ROLES, type Role } from "../../../libs/service/access/principal.ts";
import type { LetterOutcome } from "../../../libs/service/journeys/letters.ts";
import { asCsv } from "../../../libs/service/shape/as-csv.ts";
import { filledIn } from "../look/templates.ts";
import { day, inWords, low, moment, roleInWords } from "../words.ts";
import { isAddress } from "../journeys/why-page.ts";

interface StepView {
  when: string;
  says: string;
  who: string;
  /** Under which they sign in; empty where nobody did it. */
  id: string;
  rule: string;
  from: string;
  page: string | null;
  /** Whether that page is reached by an address; else it is a file, kept elsewhere. */
  isAddress: boolean;
}
interface ProofView {
  id: string;
  title: string;
  stands: string;
  payment: string | null;
  steps: readonly StepView[];
  registers: readonly string[];
  letters: readonly string[];
  events: string;
  seal: string;
}
/** What proof.njk is filled with. */
export interface ProofsView {
  title: string;
  made: string;
  how: string | null;
  proofs: readonly ProofView[];
}

/** The proof of one grant. `at`: when it is made. */
export function grantProof(proof: GrantProof, at: Instant): ProofsView {
  return { title: titleOf(proof), made: moment(at), how: null, proofs: [proofView(proof, 0, null)] };
}

/** The proof of the payments of a run that were drawn. */
export function runProof({ run, seed, of, drawn }: RunProof, at: Instant): ProofsView {
  return {
    title: `Payment run prepared on ${day(run.preparedAt)}: ${drawn.length} of ${of} payments`,
    made: moment(at),
    how:
      `They were drawn by the word “${seed}”: those of the run whose SHA-256 of that word, a colon and the payment’s ` +
      `reference comes first. Whoever draws by the same word has the same ones.`,
    proofs: drawn.map(({ payment, proof }, index) =>
      proofView(
        proof,
        index,
        `Payment ${payment.payment}: ${pounds(payment.netPence)} to be paid` +
          `${keptBack(payment.recoveredPence)}; ${low(payment.status)}.`,
      ),
    ),
  };
}

/** As a file that stands alone. */
export const proofFile = (view: ProofsView): string => filledIn("money/proof.njk", view).text;

/** As a file for a spreadsheet: a line a fact. */
export function proofRows({ proofs }: ProofsView): string {
  const rows = proofs.flatMap(({ title, steps, registers, letters, payment, events, seal }) => [
    ...steps.map((one) => [
      title,
      "Fact",
      one.when,
      one.says,
      [one.who, one.id].filter((each) => each !== "").join(", "),
      one.rule,
      one.from,
      one.page ?? "",
    ]),
    ...registers.map((says) => [title, "Register", "", says, "", "", "", ""]),
    ...letters.map((says) => [title, "Letter", "", says, "", "", "", ""]),
    ...(payment === null ? [] : [[title, "Payment", "", payment, "", "", "", ""]]),
    [title, "Seal", "", `${events} ${seal}`, "", "", "", ""],
  ]);
  return asCsv(rows, ["Grant", "What", "When", "Says", "By", "Rule", "Where it is said", "Page"]);
}

const keptBack = (pence: number): string => (pence > 0 ? `, ${pounds(pence)} kept back` : "");
const CAME: Readonly<Record<LetterOutcome, string>> = {
  sent: "",
  bounced: "; it came back",
  unconfirmed: "; nobody has said that it was taken",
};
const titleOf = ({ why, school }: GrantProof): string => `${why.about}, ${school}`;

function proofView(proof: GrantProof, index: number, payment: string | null): ProofView {
  const { why, registers, letters, events } = proof;
  return {
    id: `proof-${index + 1}`,
    title: titleOf(proof),
    stands: why.stands,
    payment,
    steps: why.chain.map(stepView),
    registers: registers.map(
      (one) =>
        `${inWords(one.session)} on ${longDate(one.on)}: ${one.present} there, ${one.absent} away; ` +
        `recorded on ${moment(one.at)}.`,
    ),
    letters: letters.map((one) => `${moment(one.at)}: ${low(one.kind)}, to the ${low(one.role)}${CAME[one.outcome]}.`),
    events: `${events.count} events of the journey, sealed by SHA-256:`,
    seal: events.seal,
  };
}

function stepView({ at, says, by, rule }: Link): StepView {
  const role = by !== null && isRole(by.role) ? `By the ${roleInWords(by.role).toLowerCase()}` : "By somebody";
  return {
    when: `${day(at)}, ${localTime(at)}`,
    says,
    who: by === null ? "By time itself" : role,
    id: by?.who ?? "",
    rule: rule?.says ?? "",
    from: rule === null ? "" : citedFrom(rule),
    page: rule?.page ?? null,
    isAddress: isAddress(rule?.page ?? ""),
  };
}

function citedFrom({ source, place, quotes, hub }: Cited): string {
  if (source === "page") return [place, quotes].filter((one) => one !== null).join(": ");
  if (hub !== null) return "No page states this: the hub has decided it.";
  return source === "assumption"
    ? "No page states this: an assumption."
    : "How this service works for every programme.";
}

const isRole = (role: string): role is Role => (ROLES as readonly string[]).includes(role);
