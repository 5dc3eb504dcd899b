// The kinds there are.

import type { Kind, KindName } from "./kind.ts";
import { hubTurn } from "./kinds/hub-turn.ts";
import { journey } from "./kinds/journey.ts";
import { paymentRun } from "./kinds/payment-run.ts";
import { workGroup } from "./kinds/work-group.ts";

export const KINDS: { readonly [K in KindName]: Kind<K> } = {
  journey,
  "work-group": workGroup,
  "payment-run": paymentRun,
  turn: hubTurn,
};
export const KIND_NAMES = Object.keys(KINDS) as KindName[];

/** The pure side of each. */
export const PURE_KINDS: { readonly [K in KindName]: Kind<K>["pure"] } = {
  journey: journey.pure,
  "work-group": workGroup.pure,
  "payment-run": paymentRun.pure,
  turn: hubTurn.pure,
};
