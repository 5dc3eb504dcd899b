// When a hub takes applications: its own decision, in place of what a programme's page says.

import { academicYearOf } from "../../calendar/academic-years.ts";
import { instantFromMs, localDate, type LocalDate } from "../../calendar/instants.ts";
import { windowFaults } from "../../prospectus/hub-window.ts";
import type { Prospectus } from "../../prospectus/prospectus.ts";
import { setWindow, windowsOf, type HubWindow } from "../../store/hubs/windows.ts";
import type { Principal } from "../access/principal.ts";
import { mustHold, READERS, type Roles } from "../access/roles.ts";
import { sameHub } from "../access/scope.ts";
import type { Database } from "../database.ts";
import { hubCode } from "../hub-code.ts";
import { Refusal } from "../refusal.ts";
import type { ServiceSettings } from "../settings.ts";
import { Day, Named } from "../shape/field.ts";
import { knownProgramme } from "./known-programme.ts";

export const WINDOW_ROLES = {
  read: ["school-contact", ...READERS],
  set: ["hub-coordinator", "hub-lead"],
} as const satisfies Record<string, Roles>;

/** The first day and the last. */
@Named("WindowDates")
export class WindowBody {
  @Day({ example: "2020-09-21" })
  opensOn: LocalDate;

  @Day({ example: "2020-10-16" })
  closesOn: LocalDate;
}

/** The window of a programme as it stands. `own`: set by the hub; else the page's dates. */
export interface WindowNow extends Pick<Prospectus, "id" | "stage" | "phase" | "academicYear"> {
  opensOn: LocalDate;
  closesOn: LocalDate;
  own: boolean;
}

export class HubWindows {
  constructor(
    private readonly database: Database,
    private readonly settings: Pick<ServiceSettings, "catalogue" | "clock">,
  ) {}

  /** The windows that a hub has set; a school looks where it may apply. @throws Refusal `forbidden`, `not-found` */
  async list(caller: Principal, hub: string): Promise<HubWindow[]> {
    mustHold(caller, WINDOW_ROLES.read);
    if (caller.role !== "school-contact") sameHub(caller, hub);
    return windowsOf(await this.database.open(), hubCode(hub));
  }

  /** Those of every programme of the year under way and later ones, as they stand. @throws Refusal as `list` */
  async now(caller: Principal, hub: string): Promise<WindowNow[]> {
    const set = new Map((await this.list(caller, hub)).map((one) => [one.prospectus, one]));
    const year = academicYearOf(localDate(instantFromMs(this.settings.clock())));
    return this.settings.catalogue
      .all()
      .filter((one) => one.academicYear >= year)
      .map(({ id, stage, phase, academicYear, window }) => {
        const own = set.get(id);
        return {
          id,
          stage,
          phase,
          academicYear,
          opensOn: own?.opensOn ?? window.opensOn.value,
          closesOn: own?.closesOn ?? window.closesOn.value,
          own: own !== undefined,
        };
      });
  }

  /**
   * Says when a hub takes applications for a programme, and answers what stands.
   * @throws Refusal `forbidden`, `not-found`, `invalid` for days that do not fit the programme's year
   */
  async set(caller: Principal, hub: string, programme: string, { opensOn, closesOn }: WindowBody): Promise<HubWindow> {
    mustHold(caller, WINDOW_ROLES.set);
    sameHub(caller, hub);
    const prospectus = knownProgramme(this.settings.catalogue, programme);
    const errors = windowFaults(prospectus, { opensOn, closesOn });
    if (errors.length > 0) throw new Refusal("invalid", `The window does not fit: ${errors[0]?.detail}`, { errors });
    return setWindow(await this.database.open(), {
      hub: hubCode(hub),
      prospectus: prospectus.id,
      opensOn,
      closesOn,
      setBy: caller.who,
      setAt: instantFromMs(this.settings.clock()),
    });
  }
}
