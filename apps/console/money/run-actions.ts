// What can be done with a payment run, and the form of each.

import type { Role } from "../../../libs/service/access/principal.ts";
import { pounds } from "../../../libs/journey/sentences.ts";
import { FAILURES } from "../../../libs/payments/commands.ts";
import { RUN_COMMANDS } from "../../../libs/service/money/run-commands.ts";
import type { PaymentSeen, RunSeen } from "../../../libs/service/money/payment-runs.ts";
import type { FormField } from "../form-fields.ts";
import { inWords } from "../words.ts";

export interface RunWords {
  command: keyof typeof RUN_COMMANDS;
  title: string;
  button: string;
  done: string;
  says?: string;
  warns?: true;
}

/** By their names in addresses. */
export const RUN_ACTIONS = {
  authorise: {
    command: "AuthorisePaymentRun",
    title: "Authorise the run",
    button: "Authorise the run",
    done: "Authorised. Its payments are being made ready; then its remittance can be fetched.",
    says: "Nobody authorises a run that they prepared. After this it cannot be cancelled.",
  },
  "confirm-all": {
    command: "ConfirmPayment",
    title: "Confirm all payments",
    button: "Confirm all",
    done: "The payments are being confirmed.",
    says: "Every payment of the run that has not failed was made: say first which ones failed.",
  },
  confirm: {
    command: "ConfirmPayment",
    title: "Confirm some payments",
    button: "Confirm those ticked",
    done: "The payments are confirmed.",
  },
  fail: {
    command: "FailPayment",
    title: "Say which payments failed",
    button: "Record that they failed",
    done: "Recorded. Their grants wait for the next run.",
    says: "A payment that failed is not paid twice: its grant waits for the next run.",
  },
  hold: {
    command: "HoldPayment",
    title: "Hold payments back",
    button: "Hold those ticked back",
    done: "They are taken out of the run. Fetch the remittance anew.",
    says:
      "Before the bank has them: they are left out of the remittance from then on. Somebody decides on each grant " +
      "before another run takes it.",
  },
  returned: {
    command: "ReturnPayment",
    title: "Say which payments came back",
    button: "Record that they came back",
    done: "Recorded. Their grants wait for the next run.",
    says: "What the bank had made and gave back. What was kept back from it is owed again.",
  },
  cancel: {
    command: "CancelPaymentRun",
    title: "Cancel the run",
    button: "Cancel the run",
    done: "The run is cancelled; its grants wait for the next run.",
    warns: true,
  },
} satisfies Readonly<Record<string, RunWords>>;
export type RunAction = keyof typeof RUN_ACTIONS;
const ACTIONS = Object.keys(RUN_ACTIONS) as readonly RunAction[];

/** The action that goes by this name; null where none does. */
export function runActionOf(name: unknown): RunAction | null {
  return ACTIONS.find((one) => one === name) ?? null;
}

export const mayDo = (action: RunAction, role: Role): boolean =>
  (RUN_COMMANDS[RUN_ACTIONS[action].command].roles as readonly Role[]).includes(role);

/** What somebody may do with a run now. */
export function runActionsNow(
  { status, preparedBy, openPayments, paidPayments }: RunSeen,
  { who, role }: { who: string; role: Role },
): RunAction[] {
  const fits: Readonly<Record<RunAction, boolean>> = {
    authorise: status === "prepared" && preparedBy !== who,
    "confirm-all": status === "authorised" && openPayments > 0,
    confirm: status === "authorised" && openPayments > 0,
    fail: status === "authorised" && openPayments > 0,
    hold: (status === "prepared" || status === "authorised") && openPayments > 0,
    returned: (status === "authorised" || status === "complete") && paidPayments > 0,
    cancel: status === "gathering" || status === "prepared",
  };
  return ACTIONS.filter((action) => fits[action] && mayDo(action, role));
}

export const PREPARE_FIELDS: readonly FormField[] = [
  {
    kind: "date",
    name: "cutOff",
    label: "The last day on which a grant may have been released",
    hint: "If you leave it empty, today.",
    required: false,
  },
];

/** The fields of an action's form. `open`: the payments of which it can be said. */
export function runFields(action: RunAction, open: readonly PaymentSeen[]): FormField[] {
  const payments: FormField = {
    kind: "many-of",
    name: "payments",
    label: "Which payments",
    required: true,
    choices: open.map(({ payment, schoolName, urn, netPence }) => ({
      value: payment,
      words: `${schoolName === "" ? `School ${urn}` : schoolName}, ${pounds(netPence)}`,
      hint: payment,
    })),
  };
  switch (action) {
    case "confirm":
      return [
        payments,
        {
          kind: "tick",
          name: "made",
          label: "The bank has made them, also where a school was withdrawn, moved or paused since",
          required: false,
        },
      ];
    case "hold":
      return [
        payments,
        { kind: "tick", name: "nextRun", label: "The next run takes them, without a decision", required: false },
        { kind: "words", name: "reason", label: "Why", required: true },
      ];
    case "fail":
    case "returned":
      return [
        payments,
        {
          kind: "one-of",
          name: "reasonCode",
          label: "Why",
          required: true,
          choices: FAILURES.map((value) => ({ value, words: inWords(value) })),
        },
        { kind: "words", name: "reason", label: "More about it", required: false },
      ];
    case "cancel":
      return [{ kind: "words", name: "reason", label: "Why", required: true }];
    default:
      return [];
  }
}
