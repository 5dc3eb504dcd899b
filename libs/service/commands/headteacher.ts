import type { DataSource } from "typeorm";
import { putContact, replaceContact } from "../../people/people.ts";

/**
 * Keeps who the headteacher is, after the command that named them was accepted. `again`: of a repeated request, which
 * does not turn out a headteacher who was named since. Letters go by the journey's events; this is for whoever looks a
 * journey's people up.
 */
export async function putHeadteacher(
  source: DataSource,
  { journey, person, again }: { journey: string; person: string; again: boolean },
): Promise<void> {
  await (again ? putContact : replaceContact)(source, { journey, role: "headteacher", person });
}
