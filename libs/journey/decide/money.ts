// The grant: due at the start of its stage-year, payable after the first session (settle.ts), released when two people have
// approved it, paid by a payment run that two people put through; or withheld. A clawback stands apart from it.

import type { CommandData, CommandName } from '../commands.ts';
import type { Decide, Verbs } from '../decide.ts';
import { reject, type Rejection } from '../rejection.ts';
import type { Grant, Journey } from '../state.ts';
import { because, decided, needsReason, notNow } from './common.ts';

export const MONEY: Verbs<
  'ApproveGrant' | 'WithholdGrant' | 'AdjustGrant' | 'RequestClawback' | 'RecordRecovery' | 'PreparePaymentRun' | 'AuthorisePaymentRun'
  | 'ConfirmPayment' | 'FailPayment'
> = {
  ApproveGrant: (state, { at, by, data }) => {
    const found = findGrant(state, data);
    if ('rejection' in found) return found;
    const { grant, of } = found;
    if (isReleased(grant)) return alreadyReleased();
    if (grant.status !== 'payable') return reject('grant-not-due', `The grant is ${grant.status}: it can be approved once it is payable.`);
    if (grant.approvers.includes(by.who)) return reject('self-approval', 'You have approved this grant already: a second person must.');
    const approvers = [...grant.approvers, by.who];
    const approved = { type: 'GrantApproved' as const, at, ...of, approver: by.who };
    if (approvers.length < 2) return decided(approved);
    return decided(approved, { type: 'GrantReleased', at, ...of, amountPence: grant.amountPence, approvers });
  },

  WithholdGrant: (state, { at, data }) => {
    const found = unreleased(state, data);
    if ('rejection' in found) return found;
    if (found.grant.status === 'withheld') return notNow(state, 'The grant is withheld already.');
    return needsReason(data) ?? decided({ type: 'GrantWithheld', at, ...found.of, ...because(data) });
  },

  AdjustGrant: (state, { at, data }) => {
    const found = unreleased(state, data);
    if ('rejection' in found) return found;
    const { grant, of } = found;
    const adjusted = { type: 'GrantAdjusted' as const, at, ...of, amountPence: data.amountPence, ...because(data) };
    // A withheld grant is taken up again: it is due, and payable if the first session was attended.
    const reopened = grant.status === 'withheld' ? [{ type: 'GrantReopened' as const, at, ...of }] : [];
    return needsReason(data) ?? decided(adjusted, ...reopened);
  },

  RequestClawback: (state, { at, data }) => {
    const found = findGrant(state, data);
    if ('rejection' in found) return found;
    const { grant, of } = found;
    if (!isReleased(grant)) return reject('grant-not-due', `The grant is ${grant.status}: nothing has gone out that could come back.`);
    if (grant.clawback.status !== 'none') return notNow(state, `A clawback is ${grant.clawback.status} already.`);
    const amountPence = Math.min(data.amountPence ?? grant.amountPence, grant.amountPence);
    return needsReason(data) ?? decided({ type: 'ClawbackRequested', at, ...of, amountPence, ...because(data) });
  },

  RecordRecovery: (state, { at, data }) => {
    const found = findGrant(state, data);
    if ('rejection' in found) return found;
    const { grant, of } = found;
    if (grant.clawback.status !== 'requested') return notNow(state, 'No clawback is requested.');
    return decided({ type: 'ClawbackRecovered', at, ...of, amountPence: data.amountPence ?? grant.clawback.amountPence });
  },

  PreparePaymentRun: inRun((found, { at, by, data }) =>
    decided({ type: 'PaymentRunPrepared', at, ...found.of, run: data.run ?? null, preparedBy: by.who })),

  AuthorisePaymentRun: inRun((found, { at, by, data }, state) => {
    const { preparedBy } = found.grant;
    if (preparedBy === null) return notNow(state, 'No payment run has been prepared for this grant.');
    if (preparedBy === by.who) return reject('self-approval', 'You prepared this run: another person must authorise it.');
    return decided({ type: 'PaymentRunAuthorised', at, ...found.of, run: data.run ?? null, authorisedBy: by.who });
  }),

  ConfirmPayment: inRun((found, { at, data }, state) =>
    found.grant.authorisedBy === null ? notNow(state, 'The payment run has not been authorised.')
      : decided({ type: 'GrantPaid', at, ...found.of, run: data.run ?? null })),

  FailPayment: inRun<'FailPayment'>((found, { at, data }) => decided({ type: 'PaymentFailed', at, ...found.of, run: data.run ?? null, ...because(data) })),
};

interface Found { grant: Grant; of: Pick<Grant, 'stage' | 'academicYear'> }
type Which = CommandData['ApproveGrant'];

/** The grant that is meant: of the stage and year named, else the latest. */
function findGrant(state: Journey, which: Which): Found | { rejection: Rejection } {
  const grants = state.status === 'none' ? [] : state.grants;
  const grant = grants.filter((one) => (which.stage ?? one.stage) === one.stage && (which.academicYear ?? one.academicYear) === one.academicYear).at(-1);
  if (!grant) return reject('grant-not-due', 'No grant is due: no page gives one for that stage and year, or its stage-year has not begun.');
  const { stage, academicYear } = grant;
  return { grant, of: { stage, academicYear } };
}

function unreleased(state: Journey, which: Which): Found | { rejection: Rejection } {
  const found = findGrant(state, which);
  return 'rejection' in found || !isReleased(found.grant) ? found : alreadyReleased();
}

const isReleased = (grant: Grant): boolean => grant.status === 'released' || grant.status === 'paid';

function alreadyReleased(): { rejection: Rejection } {
  return reject('already-released', 'The grant has been released: ask for a clawback if it should come back.');
}

type RunCommand = 'PreparePaymentRun' | 'AuthorisePaymentRun' | 'ConfirmPayment' | 'FailPayment';
type RunStep<N extends CommandName> = (found: Found, command: Parameters<Decide<N>>[1], state: Journey) => ReturnType<Decide<N>>;

/** A step of a payment run: for a grant that is released and not yet paid. */
function inRun<N extends RunCommand>(step: RunStep<N>): Decide<N> {
  return (state, command) => {
    const found = findGrant(state, command.data as Which);
    if ('rejection' in found) return found;
    if (found.grant.status === 'paid') return reject('already-released', 'The grant has been paid: it is paid once.');
    if (found.grant.status !== 'released') return reject('grant-not-due', `The grant is ${found.grant.status}: only a released grant is paid.`);
    return step(found, command, state);
  };
}
