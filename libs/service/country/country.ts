// All hubs in an academic year, beside the year before: for those who answer for the programme as a whole.

import { academicYearOf, isAcademicYear } from "../../calendar/academic-years.ts";
import { instantFromMs, localDate } from "../../calendar/instants.ts";
import { countedOf } from "../../views/country/read-country.ts";
import type { Principal } from "../access/principal.ts";
import { mustHold } from "../access/roles.ts";
import type { Database } from "../database.ts";
import { Refusal } from "../refusal.ts";
import type { ServiceSettings } from "../settings.ts";
import { hubsOf, sumsOf, yearBefore, type HubSums, type YearSums } from "./sums.ts";

export const COUNTRY_ROLES = { read: ["operator", "auditor"] } as const;

/** `years`: those that may be asked for, the latest first. `before`: the academic year before. */
export interface CountryYear {
  years: string[];
  now: YearSums;
  before: YearSums;
  hubs: HubSums[];
}

export class Country {
  constructor(
    private readonly database: Database,
    private readonly settings: Pick<ServiceSettings, "catalogue" | "clock">,
  ) {}

  /** An academic year, written 2024/25; else the one under way. @throws Refusal `forbidden`, `not-found` */
  async year(caller: Principal, asked?: string): Promise<CountryYear> {
    mustHold(caller, COUNTRY_ROLES.read);
    const all = this.settings.catalogue.all();
    const present = academicYearOf(localDate(instantFromMs(this.settings.clock())));
    const years = [...new Set([present, ...all.map((one) => one.academicYear)])].filter((one) => one <= present);
    const wanted = asked ?? present;
    if (!isAcademicYear(wanted) || !years.includes(wanted))
      throw new Refusal("not-found", "Nothing is known of that academic year: write one that has begun as 2024/25.");
    const before = yearBefore(wanted);
    const programmes = new Map(all.map((one) => [one.id, one] as const));
    const of = (prospectus: string) => programmes.get(prospectus) ?? null;
    const counted = await countedOf(await this.database.open(), {
      academicYears: [wanted, before],
      prospectuses: all.filter((one) => one.academicYear === wanted || one.academicYear === before).map(({ id }) => id),
    });
    return {
      years: years.sort().reverse(),
      now: sumsOf(counted, wanted, of),
      before: sumsOf(counted, before, of),
      hubs: hubsOf(counted, wanted, of),
    };
  }
}
