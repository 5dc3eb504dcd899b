// What becomes of a grant: payable, changed, not paid, paid, asked back.

import type { GrantCause } from "../journey/event-words.ts";
import { pounds } from "../journey/sentences.ts";
import type { Stage } from "../prospectus/prospectus.ts";
import { type Block, type Envelope, type Letter, letter, notice, paragraph, schoolName } from "./letter.ts";
import { hubName, stageName } from "./words.ts";

interface OfGrant {
  amountPence: number;
  stage: Stage;
  academicYear: string;
}

const NOTHING_TO_DO = "You do not need to do anything.";
const ASK = "If you would like to know why, reply to this e-mail.";
const yearOf = ({ stage, academicYear }: OfGrant): string => `the ${stageName(stage)} year ${academicYear}`;
const grantOf = (envelope: Envelope, facts: OfGrant): string =>
  `The grant of ${pounds(facts.amountPence)} for ${schoolName(envelope)}, for ${yearOf(facts)},`;

/** A letter of one notice, and what it means. */
const said = (envelope: Envelope, subject: string, first: string, ...more: (string | Block)[]): Letter =>
  letter(envelope, subject, [notice(first), ...more.map((one) => (typeof one === "string" ? paragraph(one) : one))]);

/** Nothing stands in its way; two people approve it now. `permitted`: the hub lets it be paid as things are. */
export const grantPayable = (envelope: Envelope, facts: OfGrant & { permitted: boolean }): Letter =>
  said(
    envelope,
    `Your school’s grant of ${pounds(facts.amountPence)} can be paid`,
    `${grantOf(envelope, facts)} can be paid${facts.permitted ? "." : ": your teachers have been at a meeting."}`,
    `Two people at ${hubName(envelope.hub)} approve it now. We write to you when it is released. ${NOTHING_TO_DO}`,
  );

const WHY: Partial<Record<GrantCause, string>> = {
  paused: "your school pauses, with meetings still to come",
  moved: "your school has gone to another Maths Hub",
  "not-completed": "your school has not completed the year",
  "teachers-missing": "not all the teachers that the programme asks for have been at a meeting",
};

/** What was payable is not, for now. `cause`: what a person decides on, where there is something. */
export const grantWaits = (envelope: Envelope, facts: OfGrant & { cause: GrantCause | null }): Letter =>
  said(
    envelope,
    `Your school’s grant of ${pounds(facts.amountPence)} waits`,
    `${grantOf(envelope, facts)} waits: ` +
      `${(facts.cause === null ? undefined : WHY[facts.cause]) ?? "something in our records of the year has changed"}.`,
    `${hubName(envelope.hub)} looks at it, and we write to you when it can be paid. ${ASK}`,
  );

/** What was released does not go out like that. */
export const grantRecalled = (envelope: Envelope, facts: OfGrant): Letter =>
  said(
    envelope,
    `Your school’s grant of ${pounds(facts.amountPence)} has been stopped`,
    `${grantOf(envelope, facts)} is not on its way any more. Please do not expect it with the next payments.`,
    `${hubName(envelope.hub)} decides anew what is paid, and we write to you. ${ASK}`,
  );

/** It is not paid. */
export const grantWithheld = (envelope: Envelope, facts: OfGrant): Letter =>
  said(
    envelope,
    `Your school’s grant of ${pounds(facts.amountPence)} is not paid`,
    `${grantOf(envelope, facts)} is not paid for now. ${hubName(envelope.hub)} has decided so.`,
    ASK,
  );

/** It is another amount; `wasPence`: what it was, where that is known. */
export const grantAdjusted = (envelope: Envelope, facts: OfGrant & { wasPence: number | null }): Letter =>
  said(
    envelope,
    `Your school’s grant is now ${pounds(facts.amountPence)}`,
    `The grant for ${schoolName(envelope)}, for ${yearOf(facts)}, is now ${pounds(facts.amountPence)}.` +
      (facts.wasPence === null || facts.wasPence === facts.amountPence ? "" : ` It was ${pounds(facts.wasPence)}.`),
    `${hubName(envelope.hub)} has decided so. We write to you when it is released. ${ASK}`,
  );

/** After a pause or a withdrawal the school keeps what was paid. */
export const grantKept = (envelope: Envelope, facts: OfGrant): Letter =>
  said(
    envelope,
    "Your school keeps its grant",
    `${grantOf(envelope, facts)} stays with your school: nothing of it is asked back.`,
    NOTHING_TO_DO,
  );

/** `keptBackPence`: so much of it was kept back for what the school owed. */
export function grantPaid(envelope: Envelope, facts: OfGrant & { keptBackPence: number }): Letter {
  const { amountPence, keptBackPence } = facts;
  const paidPence = amountPence - keptBackPence;
  const kept =
    keptBackPence === 0
      ? []
      : [
          `${pounds(keptBackPence)} of it was kept back, for a grant that your school was asked to give back. ` +
            `${pounds(paidPence)} is paid to the school.`,
        ];
  return said(
    envelope,
    paidPence === 0 ? "Your school’s grant has been set off" : `${pounds(paidPence)} has been paid to your school`,
    `${grantOf(envelope, facts)} has been paid.`,
    ...kept,
    "Please tell your school business manager. If it has not come within two weeks, reply to this e-mail.",
  );
}

/** It was released, and the payment did not go through. */
export const paymentFailed = (envelope: Envelope, facts: OfGrant): Letter =>
  said(
    envelope,
    "The payment of your school’s grant did not go through",
    `${grantOf(envelope, facts)} was on its way, but the payment did not go through. Please do not expect it yet.`,
    `${hubName(envelope.hub)} pays it with a later payment run, and we write to you when it has been paid. ` +
      "Please reply to this e-mail if your school’s bank account has changed.",
  );

/** It was released, and is kept out of its payment run. `decides`: a person looks at it before it is paid. */
export const paymentHeld = (envelope: Envelope, { decides, ...facts }: OfGrant & { decides: boolean }): Letter =>
  said(
    envelope,
    "The payment of your school’s grant is held",
    `${grantOf(envelope, facts)} was on its way, but ${hubName(envelope.hub)} has held the payment.`,
    decides
      ? `${hubName(envelope.hub)} looks at it first, and we write to you when it has been paid, or if it is not. ${ASK}`
      : `It is paid with a later payment run, and we write to you when it has been paid. ${NOTHING_TO_DO}`,
  );

/** The bank gave it back. */
export const paymentReturned = (envelope: Envelope, facts: OfGrant): Letter =>
  said(
    envelope,
    "The payment of your school’s grant came back",
    `${grantOf(envelope, facts)} was paid, but the bank has sent the payment back to us.`,
    `It is paid again. Please reply to this e-mail if your school’s bank account has changed. ` +
      `${hubName(envelope.hub)} will ask you if it needs anything else.`,
  );

/** So much of it is asked back. */
export const clawbackRequested = (
  envelope: Envelope,
  { backPence, invoiced, ...facts }: OfGrant & { backPence: number; invoiced: boolean },
): Letter =>
  said(
    envelope,
    `Your school is asked to give back ${pounds(backPence)}`,
    `${hubName(envelope.hub)} asks ${schoolName(envelope)} to give back ${pounds(backPence)} of the grant of ` +
      `${pounds(facts.amountPence)} for ${yearOf(facts)}.`,
    invoiced
      ? "Your school gets an invoice for it. Please wait for that before you pay anything."
      : "It is kept back from your school’s next grant, if there is one. Else your school gets an invoice for it.",
    ASK,
  );

/** It is asked for in another way. */
export const clawbackInvoiced = (envelope: Envelope, { invoiced, backPence }: OfGrant & Invoiced): Letter =>
  said(
    envelope,
    `How ${pounds(backPence)} is to be given back`,
    invoiced
      ? `Your school gets an invoice for the ${pounds(backPence)} that it was asked to give back.`
      : `The ${pounds(backPence)} that your school was asked to give back is kept back from its next grant.`,
    invoiced ? "Please wait for the invoice before you pay anything." : "Please do not pay an invoice for it.",
  );

interface Invoiced {
  invoiced: boolean;
  backPence: number;
}

/** So much has come back; `leftPence`: what is still owed. */
export const clawbackRecovered = (
  envelope: Envelope,
  { backPence, leftPence }: OfGrant & { backPence: number; leftPence: number },
): Letter =>
  said(
    envelope,
    `Received: ${pounds(backPence)}`,
    `We have received ${pounds(backPence)} that ${schoolName(envelope)} was asked to give back. Thank you.`,
    leftPence === 0 ? "Nothing more is owed." : `${pounds(leftPence)} is still owed.`,
  );
