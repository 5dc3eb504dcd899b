// A hub's turn in words, for the operator in the Temporal Web UI and the one line of a list: without code, free of
// personal data.

import { needsIf, type Need } from "../words/needs.ts";
import { hubNameOf } from "../words/hub-name.ts";
import { progressOf, type Begun, type Turn, type TurnStatus } from "./state.ts";

export interface TurnDescription {
  summary: string;
  details: string;
  chapter: string;
  attributes: { MathsHub: string; AcademicYear: string; JourneyStatus: string; Needs: Need[] };
}

/** Describes a turn as it stands. `id`: `{hub}/{year}`. */
export function describe(id: string, turn: Turn): TurnDescription {
  if (turn.status === "none") {
    return {
      summary: `${id}: not begun`,
      details: "Nobody has begun this turn.",
      chapter: "turn",
      attributes: { MathsHub: "none", AcademicYear: "none", JourneyStatus: "none", Needs: needsIf([]) },
    };
  }
  const { hub, into, status } = turn;
  const { done, of } = progressOf(turn);
  return {
    summary: `${hub} into ${into}: ${done} of ${of} done, ${status}`,
    details: detailsOf(turn),
    chapter: "turn",
    attributes: {
      MathsHub: hub,
      AcademicYear: into,
      JourneyStatus: status,
      Needs: needsIf([["stuck", turn.effects.some(({ stalled }) => stalled)]]),
    },
  };
}

const NEXT: Record<TurnStatus, string> = {
  running: "",
  interrupted: "Interrupted by the hub: it goes on when the hub resumes it.",
  done: "Done.",
};

function detailsOf(turn: Begun): string {
  const { hub, into, status, effects } = turn;
  const { done, turnedDown, of } = progressOf(turn);
  const down = turnedDown === 0 ? "" : `, ${turnedDown} of them turned down by the rules`;
  const lines = [`**${done} of ${of} done**${down} · ${hubNameOf(hub)} hub · into ${into}`];
  if (effects.some(({ stalled }) => stalled))
    lines.push("**Not getting through:** the next steps; tried again and again.");
  return [...lines, NEXT[status]].join("\n\n").trim();
}
