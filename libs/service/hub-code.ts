import { Refusal } from "./refusal.ts";

/** What the code of a hub looks like. */
export const HUB_CODE = /^[a-z0-9]+(-[a-z0-9]+)*$/u;
const MOST = 60;

/** The code of a hub as an address has it. @throws Refusal `not-found` for what is no code */
export function hubCode(hub: string): string {
  if (hub.length <= MOST && HUB_CODE.test(hub)) return hub;
  throw new Refusal("not-found", "There is no such hub: its code is in kebab-case, such as great-north.");
}
