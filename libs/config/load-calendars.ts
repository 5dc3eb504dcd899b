// The calendars in which an LA, a hub or a school differs: libs/calendar/differences/, one YAML file each.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { calendarsOf, type Difference, type Place } from "../calendar/differences.ts";
import type { SchoolCalendar } from "../calendar/terms.ts";

const DIFFERENCES = fileURLToPath(new URL("../calendar/differences/", import.meta.url));
const OWNERS = ["la", "hub", "urn"];
const KEYS = [...OWNERS, "terms", "closedDays", "openDays"];

/** Reads every difference in `dir`. Throws an Error that names file and fault for one that cannot be used. */
export function loadCalendars(dir: string = DIFFERENCES): (place: Place) => SchoolCalendar {
  const files = existsSync(dir)
    ? readdirSync(dir)
        .filter((file) => file.endsWith(".yaml"))
        .sort()
    : [];
  const differences = files.map((file) => {
    try {
      const difference = checked(parse(readFileSync(join(dir, file), "utf8")));
      calendarsOf([difference]);
      return difference;
    } catch (error) {
      throw new Error(`The calendar ${file} cannot be used: ${error instanceof Error ? error.message : String(error)}`);
    }
  });
  return calendarsOf(differences);
}

function checked(content: Record<string, unknown> | null): Difference {
  if (typeof content !== "object" || content === null) throw new Error("it holds no fields.");
  const keys = Object.keys(content);
  const unknown = keys.find((key) => !KEYS.includes(key));
  if (unknown !== undefined) throw new Error(`"${unknown}" is not one of ${KEYS.join(", ")}.`);
  if (keys.filter((key) => OWNERS.includes(key)).length !== 1) throw new Error("it names one owner: la, hub or urn.");
  // Codes may be written as numbers in YAML; the other fields are checked where the calendar is made.
  const owner = Object.fromEntries(
    Object.entries(content)
      .filter(([key]) => OWNERS.includes(key))
      .map(([key, code]) => [key, String(code)]),
  );
  return { ...content, ...owner } as unknown as Difference;
}
