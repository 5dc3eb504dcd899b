import type { Principal } from "../../../libs/service/access/principal.ts";
import type { Schools } from "../../../libs/service/schools/schools.ts";
import { SHOWN_AT_ONCE, type Found } from "./pick-school.ts";

export const URN = /^\d{6}$/u;
const MOST_Q = 100;

/** Schools as somebody looks for them; none where nothing is looked for. @throws Refusal `forbidden` */
export async function schoolsFound(schools: Schools, caller: Principal, asked: string): Promise<Found> {
  const q = asked.slice(0, MOST_Q);
  if (q === "") return { q, schools: [], more: false };
  const { items, next } = await schools.list(caller, { q, limit: SHOWN_AT_ONCE });
  return { q, schools: items, more: next !== null };
}
