// What happened to a journey, as a line of the history that an operator reads in the Temporal Web UI.

import { hubNameOf } from "../words/hub-name.ts";
import { byName } from "../words/naming.ts";
import type { GroupNaming } from "../words/group-name.ts";
import type { JourneyEvent } from "./events.ts";
import { sentenceOf } from "./sentences.ts";
import { stagesOf, type Journey } from "./state.ts";

/**
 * A sentence without ids and codes; null for what is nobody's news: that a letter or a posting went well.
 * `state`: the journey as it stands since. `called`: what Work Groups are called.
 */
export function happened(event: JourneyEvent, state: Journey, called: GroupNaming): string | null {
  // Promises go by their names in the latest year that had them.
  const promised = stagesOf(state).flatMap(({ commitments }) => commitments);
  const said = withNames(event);
  return said === null ? null : typeof said === "string" ? said : sentenceOf(said, byName("the", called)(promised));
}

/** The event with names where its sentence would say what it holds; its sentence itself where no name would do. */
function withNames(event: JourneyEvent): JourneyEvent | string | null {
  switch (event.type) {
    case "EffectPerformed":
      return null;
    case "EffectStalled":
      return "A letter, or the grant on its way to the ledger, does not get through; it is tried again.";
    case "MoveAsked":
    case "MoveRefused":
    case "SchoolLeftHub":
      return { ...event, to: hubNameOf(event.to) };
    case "SchoolJoinedHub":
      return { ...event, from: hubNameOf(event.from), to: hubNameOf(event.to) };
    case "PaymentRunCancelled":
      return { ...event, run: null };
    case "RecordCorrected":
      return event.restores === undefined ? "An earlier record is corrected." : "A mistake is taken back.";
    default:
      return event;
  }
}
