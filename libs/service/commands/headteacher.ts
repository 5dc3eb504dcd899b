import type { DataSource } from "typeorm";
import { putContacts } from "../../people/people.ts";

/**
 * Who the headteacher is, as it is kept after the command that named them was accepted. `again`: of a repeated request,
 * which does not turn out a headteacher who was named since. Letters go by the journey's events; this is for whoever
 * looks a journey's people up.
 */
export const asHeadteacher = (
  person: string,
  again: boolean,
): { role: "headteacher"; person: string; alone: boolean } => ({ role: "headteacher", person, alone: !again });

/** Keeps who the headteacher is. */
export const putHeadteacher = (
  source: DataSource,
  { journey, person, again }: { journey: string; person: string; again: boolean },
): Promise<void> => putContacts(source, journey, [asHeadteacher(person, again)]);
