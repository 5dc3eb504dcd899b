// What the worker runs: every exported function is a workflow under its own name.
export { hubMorning } from "./hub-morning.ts";
export { hubTurn } from "./hub-turn.ts";
export { paymentRun } from "./payment-run.ts";
export { retention } from "./retention.ts";
export { schoolJourney } from "./school-journey.ts";
export { sweep } from "./sweep.ts";
export { webhook } from "./webhook.ts";
export { workGroup } from "./work-group.ts";
