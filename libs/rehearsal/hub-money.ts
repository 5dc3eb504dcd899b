// The made-up hub's money: it approves what is payable and pays it, and leaves to people what people have to decide.

import { localDate } from "../calendar/instants.ts";
import { stopOf } from "../journey/grant-questions.ts";
import type { Begun, Grant } from "../journey/state.ts";
import type { WireName } from "../journey/wire.ts";
import { daysAfter, later, scriptOfGrant, type Move, type Scene } from "./scene.ts";

const OF_RUNS: readonly WireName[] = [
  "PreparePaymentRun",
  "AuthorisePaymentRun",
  "ConfirmPayment",
  "FailPayment",
  "HoldPayment",
  "ReturnPayment",
];

/** What the hub would do about the school's grants, wherever the school stands, each at its time. */
export function grantMoves(scene: Scene): Move[] {
  const { state } = scene;
  return state.status === "none" ? [] : state.grants.flatMap((grant) => pay(scene, state, grant));
}

/** Two people approve, a week after the grant is payable; a run pays it a week later. */
function pay(scene: Scene, state: Begun, grant: Grant): Move[] {
  const { stage, academicYear: year, status, releasedAt } = grant;
  const which = { stage, academicYear: year };
  const payable = scene.events.findLast(
    (event) => event.type === "GrantPayable" && event.stage === stage && event.academicYear === year,
  );
  if (!payable) return [];
  const scripted = (...commands: WireName[]): boolean => scriptOfGrant(scene, year, ...commands);
  if (status === "payable") {
    if (scripted("ApproveGrant", "WithholdGrant")) return [];
    const approve = (number: number): Move => ({
      key: `approve ${number} ${payable.seq}`,
      at: daysAfter(payable.at, 6 + number, "10:00"),
      command: "ApproveGrant",
      with: which,
      who: `finance-${number}`,
    });
    return [approve(1), approve(2)];
  }
  // What somebody has to decide on first, no run takes.
  if (status !== "released" || stopOf(state, grant) !== null || scripted(...OF_RUNS)) return [];
  const at = later(daysAfter(payable.at, 14, "10:00"), daysAfter(releasedAt ?? payable.at, 3, "10:00"));
  const step = (what: string, command: WireName, who: string): Move => ({
    key: `${what} ${payable.seq}`,
    at,
    command,
    with: { ...which, run: `run-${localDate(at).slice(0, 7)}` },
    who,
  });
  return [
    step("prepare", "PreparePaymentRun", "finance-1"),
    step("authorise", "AuthorisePaymentRun", "finance-2"),
    step("pay", "ConfirmPayment", "finance-1"),
  ];
}
