// What `npm run bench` can be asked for.

import { parseArgs } from "node:util";
import { FULL, USUAL, type Scale } from "./bench.ts";
import { FIGURE_NAMES, type FigureName } from "./figure.ts";

export interface Options {
  json: boolean;
  only: readonly FigureName[];
  scale: Scale;
}

export const USAGE = `Usage: npm run bench [-- --json] [--only NAME,NAME] [--full] [--journeys N]
                          [--rounds N] [--seconds N] [--server]

--json      one object on standard output
--only      these figures alone: ${FIGURE_NAMES.join(", ")}
--full      as many journeys as England has schools in the programme: 10,636
--journeys  so many journeys, to see how figures grow
--rounds    how often each side has its turn (5)
--seconds   how long a turn is, where it is a time (8; 12 with --full)
--server    Temporal on PostgreSQL, in place of the development server (built with Go, once)`;

/** @throws Error with what is wrong, and how it is used */
export function optionsOf(args: readonly string[]): Options {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        json: { type: "boolean", default: false },
        only: { type: "string", default: "" },
        full: { type: "boolean", default: false },
        journeys: { type: "string" },
        rounds: { type: "string" },
        seconds: { type: "string" },
        server: { type: "boolean", default: false },
      },
    });
    const only = values.only.split(",").filter((name) => name !== "");
    const unknown = only.filter((name) => !isName(name));
    if (unknown.length > 0) throw new Error(`There is no figure ${unknown.join(", ")}.`);
    const scale = values.full ? FULL : USUAL;
    const { live } = scale;
    return {
      json: values.json,
      only: only.filter(isName),
      scale: {
        journeys: numberOf("journeys", values.journeys, scale.journeys),
        live,
        rounds: numberOf("rounds", values.rounds, scale.rounds),
        seconds: numberOf("seconds", values.seconds, scale.seconds),
        ...(values.server && { onPostgres: true }),
      },
    };
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`, { cause: error });
  }
}

function numberOf(name: string, said: string | undefined, otherwise: number): number {
  const number = said === undefined ? otherwise : Number(said);
  if (!Number.isSafeInteger(number) || number < 1) throw new Error(`--${name} takes a whole number from 1.`);
  return number;
}

const isName = (name: string): name is FigureName => FIGURE_NAMES.some((known) => known === name);
