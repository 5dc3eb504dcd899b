import { Problem } from '../http/problem.ts';

const HUB_CODE = /^(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*$/u;

/** The code of a hub as an address has it. @throws Problem `not-found` for what is no code */
export function hubCode(hub: string): string {
  if (HUB_CODE.test(hub)) return hub;
  throw new Problem('not-found', 'There is no such hub: its code is in kebab-case, such as great-north.');
}
