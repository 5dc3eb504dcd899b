// The commands of a grant, as forms call them.

import type { RoutedCommand } from "../../../libs/service/commands/journey-commands.ts";
import type { WordsOfAction } from "./words-of-action.ts";

export const MONEY_WORDS = {
  ApproveGrant: {
    title: "Approve the grant",
    button: "Approve the grant",
    done: "Approved. The grant is released when two people have approved it.",
    says: "Two people approve a grant before it is released.",
  },
  WithholdGrant: {
    title: "Withhold the grant",
    button: "Withhold",
    done: "The grant is withheld.",
    warns: true,
    withReason: true,
    lookFirst: true,
  },
  AdjustGrant: {
    title: "Change the amount of the grant",
    button: "Change the amount",
    done: "The amount is changed.",
    labels: { amount: "New amount, in pounds" },
    withReason: true,
    lookFirst: true,
  },
  RequestClawback: {
    title: "Ask for the grant back",
    button: "Ask for it back",
    done: "The clawback is requested.",
    labels: {
      amount: "How much, in pounds; else all of it",
      invoiced: "It is invoiced, not kept back from a payment",
    },
    warns: true,
    withReason: true,
    lookFirst: true,
  },
  RecordRecovery: {
    title: "Record what came back",
    button: "Record it",
    done: "What came back is recorded.",
    says: "Where less came back than was asked, the rest is owed, unless you let it go.",
    labels: { amount: "How much, in pounds; else all of it", rest: "What becomes of the rest" },
  },
} satisfies Partial<Record<RoutedCommand, WordsOfAction>>;
