import { Problem } from "../http/problem.ts";
import { HUB_CODE } from "../openapi/command-schema.ts";

const MOST = 60;

/** The code of a hub as an address has it. @throws Problem `not-found` for what is no code */
export function hubCode(hub: string): string {
  if (hub.length <= MOST && HUB_CODE.test(hub)) return hub;
  throw new Problem("not-found", "There is no such hub: its code is in kebab-case, such as great-north.");
}
