// Why places and money are not given, and what is not to be found.

import { grantCauseInWords } from "../grant-causes.ts";
import type { Say } from "../say.ts";
import type { Table } from "./reason.ts";

export const BOOKS = {
  "version-conflict": {
    journey: ({ version, expected }: Versions) =>
      `The journey has changed since: its version is ${version}, not ${expected}. Read it again ` +
      "and decide on what it says now.",
    "work-group": ({ version, expected }: Versions) =>
      `The Work Group has changed since: its version is ${version}, not ${expected}. Read it again.`,
    "payment-run": ({ version, expected }: Versions) =>
      `The payment run has changed since: its version is ${version}, not ${expected}. Read it again.`,
    turn: ({ version, expected }: Versions) =>
      `The turn has changed since: its version is ${version}, not ${expected}. Read it again.`,
  },
  forbidden: {
    excepts: () => "Somebody who is not as fit as the place asks is let in by the hub lead alone, with a reason.",
    "takes-back": ({ roles }: { roles: string }) => `This is taken back by ${roles}.`,
  },
  "not-found": {
    event: () => "This journey has no event with that number.",
    prospectus: () =>
      "There is no such prospectus: take an id from the list of prospectuses, such as 2020-21/primary-readiness.",
    "prospectus-of-group": () => "There is no such prospectus.",
    "prospectus-of-next-stage": () =>
      "There is no prospectus for the next stage in the coming academic year: add it to the catalogue.",
    "prospectus-of-return": ({ stage, academicYear }: { stage: string; academicYear: string }) =>
      `There is no prospectus for ${stage} in ${academicYear}: add it to the catalogue, then the school can return.`,
    task: () => "There is no such open task: it was decided already, or what it was about has been put right.",
    record: () =>
      "No record of this stage-year has that seq: attendance, visits, release days, tasks, plans, " +
      "reports, evaluations and the theme can be corrected.",
    reminder: () => "No such reminder has gone out in this stage-year.",
    letter: () => "No such letter went out from this journey.",
    "letter-ahead": () => "No letter to come tells that: take what to hold from the letters ahead. News is not held.",
    hold: () => "No letter is held by that event any more.",
    concern: () => "There is no such concern open.",
    "work-group": () => "There is no Work Group of that name: form it first.",
    answer: () => "This journey has no such answer of a report or an evaluation.",
    "work-group-to-invite-to": () =>
      "Nobody has formed a Work Group of that name: form it, then a place can be kept in it.",
    "payment-run": () => "There is no such payment run.",
    turn: () => "This turn has not been begun.",
    payment: () => "This run has no payment of that reference.",
  },
  "offer-lapsed": {
    "last-day": () => "The offer was open until its last day to answer; ask the hub whether a place is still free.",
  },
  "group-full": {
    waits: ({ workGroup }: { workGroup: string }, say: Say) =>
      `The Work Group is full. The school is on the waitlist of ${say.workGroup(workGroup)}: the next place there ` +
      "that falls free goes to the first who waits.",
    meanwhile: () => "The Work Group has become full: place the school in another one.",
    adopted: ({ holding, most }: { holding: number; most: number }) =>
      `${holding} schools hold a place in a group of this name, which has ${most}: form it under another name.`,
    together: ({ most, schools }: { most: number; schools: number }) =>
      `The Work Group holds ${most} schools, and never all ${schools}: offer places to fewer, or in another one.`,
    "wait-together": ({ free, most, schools }: { free: number; most: number; schools: number }) =>
      `${free} of ${most} places are free, for ${schools} schools: they wait together, in their order.`,
    proposed: ({ workGroup, most, schools }: { workGroup: string; most: number; schools: number }, say: Say) =>
      `${say.workGroup(workGroup)} has ${most} places, and ${schools} schools would have one.`,
  },
  "wrong-group": {
    offered: () => "The offer named another Work Group: place the school in that one.",
    unfit: () => "That Work Group is another hub’s or of another programme: take one of this hub and this programme.",
    "not-special": () =>
      "That Work Group is for special schools, and the register does not have this school as one. The hub lead may " +
      "take it in all the same, with a reason.",
    "waits-elsewhere": ({ journey }: { journey: string }) =>
      `${journey} is on the waitlist of another Work Group: offer them their places there, or this one a ` +
      "place by itself.",
  },
  "lead-not-fit": {
    role: ({ ledBy, leadRole }: { ledBy: string; leadRole: string }, say: Say) =>
      `This Work Group is led by a ${ledBy}${say.either(`: leadRole ${leadRole}`, "")}.`,
    "second-year": (_given: unknown, say: Say) =>
      `The lead has completed the second year of the national programme${say.either(": say secondYearDone", "")}.`,
    // `ledBy`, `leadRole`: who leads that stage, by its page; null of a group that was not proposed.
    "no-lead": ({ ledBy, leadRole }: { ledBy: string | null; leadRole: string | null }) => {
      const wanted =
        ledBy === null
          ? "Name who leads it."
          : `This stage is led by a ${ledBy}: name who leads the group, as leadRole ${leadRole}.`;
      return `${wanted} Or leave the group out: its schools are then invited without a place.`;
    },
  },
  "grant-not-due": {
    approve: ({ status }: { status: string }) => `The grant is ${status}: it can be approved once it is payable.`,
    asks: ({ cause }: { cause: string }) =>
      `It waits for a decision: ${grantCauseInWords(cause, false)} Decide on the task about it.`,
    return: ({ status }: { status: string }) => `The grant is ${status}: only what was paid comes back from the bank.`,
    "claw-back": ({ status }: { status: string }) =>
      `The grant is ${status}: nothing has gone out that could come back.`,
    none: () => "No grant is due: no page gives one for that stage and year, or its stage-year has not begun.",
    pay: ({ status }: { status: string }) => `The grant is ${status}: only a released grant is paid.`,
    "nothing-waits": ({ cutOff }: { cutOff: string }, say: Say) =>
      `No grant released by ${say.day(cutOff)} waits for a payment run.`,
  },
  "already-released": {
    released: () => "The grant has been released: ask for a clawback if it should come back.",
    paid: () => "The grant has been paid: it is paid once.",
    confirmed: () => "This payment has been confirmed: it is made once.",
  },
  "self-approval": {
    grant: () => "You have approved this grant already: a second person must.",
    "payment-run": () => "You prepared this run: another person must authorise it.",
  },
  "over-budget": {
    left: ({ academicYear, leftPence, amountPence }: Budget, say: Say) =>
      `The budget of ${academicYear} has ${say.money(leftPence)} left, and the grant is ` +
      `${say.money(amountPence)}: set a larger budget or adjust the grant.`,
  },
} satisfies Table;

interface Versions {
  version: number;
  expected: number;
}
interface Budget {
  academicYear: string;
  leftPence: number;
  amountPence: number;
}
