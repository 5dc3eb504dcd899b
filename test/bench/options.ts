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

--json      one object on standard output: {figures: [{name, value, unit, beside, cpu?, goal, holds}]}
--only      these figures alone: ${FIGURE_NAMES.join(", ")}
--full      as many journeys as England has schools in the programme: 10,636
--journeys  so many journeys, to see how figures grow`;

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
      },
    });
    const only = values.only.split(",").filter((name) => name !== "");
    const unknown = only.filter((name) => !isName(name));
    if (unknown.length > 0) throw new Error(`There is no figure ${unknown.join(", ")}.`);
    const scale = values.full ? FULL : USUAL;
    const journeys = values.journeys === undefined ? scale.journeys : Number(values.journeys);
    if (!Number.isSafeInteger(journeys) || journeys < 1) throw new Error("--journeys takes a number of journeys.");
    return { json: values.json, only: only.filter(isName), scale: { ...scale, journeys } };
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`, { cause: error });
  }
}

const isName = (name: string): name is FigureName => FIGURE_NAMES.some((known) => known === name);
