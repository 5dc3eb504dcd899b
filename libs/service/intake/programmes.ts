// What a school may apply for now, and what stands against the rest; before any form is filled.

import { cataloguesOfHubs } from "../../book/hub-rules.ts";
import { academicYearOf } from "../../calendar/academic-years.ts";
import { instantFromMs, localDate, type LocalDate } from "../../calendar/instants.ts";
import { reject, type Rejection } from "../../journey/rejection.ts";
import type { Catalogue } from "../../prospectus/lookup.ts";
import type { Prospectus } from "../../prospectus/prospectus.ts";
import type { Hub } from "../../register/hubs.ts";
import { findWindow } from "../../store/hubs/windows.ts";
import { knownSchool, type KnownSchool } from "../../store/schools/schools.ts";
import type { Principal } from "../access/principal.ts";
import { mustHold } from "../access/roles.ts";
import { mayAskFor } from "../access/scope.ts";
import type { Database } from "../database.ts";
import type { HubDirectory } from "../hub-directory.ts";
import { knownProgramme } from "../hubs/known-programme.ts";
import { Refusal } from "../refusal.ts";
import type { Schools } from "../schools/schools.ts";
import type { ServiceSettings } from "../settings.ts";
import { INTAKE_ROLES } from "./intake.ts";
import { lastApplication, type LastApplication } from "./last-application.ts";

/**
 * `opensOn`, `closesOn`: of the hub's own window, else the page's. `reasons`: why not, by the rules. `checked`:
 * the school is known, so that it could be asked.
 */
export interface Programme {
  id: string;
  title: string;
  stage: string;
  phase: string;
  academicYear: string;
  opensOn: string;
  closesOn: string;
  checked: boolean;
  eligible: boolean;
  reasons: readonly Rejection[];
}

/**
 * Who applies for what. `hub`: of the hub's staff, who apply at their own; null: the school says which. `school`: as
 * the register has it; null: it tells of itself. `covers`: the hub of its local authority. `last`: what it wrote
 * when it last applied.
 */
export interface Applying {
  urn: string;
  school: KnownSchool | null;
  hub: string | null;
  hubs: readonly Hub[];
  covers: string | null;
  prospectus: Prospectus;
  last: LastApplication | null;
}

const URN = /^\d{6}$/u;

export class Programmes {
  constructor(
    private readonly database: Database,
    private readonly settings: Pick<ServiceSettings, "catalogue" | "clock">,
    private readonly directory: HubDirectory,
    private readonly schools: Schools,
  ) {}

  /**
   * The programmes of the year under way and later ones, each with what stands against it. `school`: its name, null
   * where nobody knows it. @throws Refusal `forbidden`
   */
  async of(caller: Principal, urn: string): Promise<{ school: string | null; programmes: Programme[] }> {
    mustHold(caller, INTAKE_ROLES.begin);
    mayAskFor(caller, { urn });
    const school = await knownSchool(await this.database.open(), urn);
    const year = academicYearOf(this.today());
    const offered = (await this.catalogueFor(caller, school))
      .all()
      .filter(
        (one) =>
          one.academicYear >= year &&
          (school === null || school.phases.length === 0 || school.phases.includes(one.phase)),
      );
    const programmes: Programme[] = [];
    for (const one of offered) programmes.push(await this.standing(caller, one, urn, school));
    return { school: school?.name ?? null, programmes };
  }

  /** What an application of this school for this programme begins with. @throws Refusal `forbidden`, `not-found` */
  async applying(caller: Principal, id: string, urn: string): Promise<Applying> {
    mustHold(caller, INTAKE_ROLES.begin);
    if (this.settings.catalogue.get(id) === null || !URN.test(urn))
      throw new Refusal("not-found", "There is no such form: choose the school and the programme first.");
    if (caller.role === "school-contact" && !caller.urns.includes(urn))
      throw new Refusal("forbidden", "You apply for your own school alone.");
    const source = await this.database.open();
    const school = await knownSchool(source, urn);
    const prospectus = knownProgramme(await this.catalogueFor(caller, school), id);
    const last = await lastApplication(source, caller, urn, prospectus.phase);
    const { all: hubs } = this.directory.hubs;
    return { urn, school, hub: caller.hub, hubs, covers: this.covers(school), prospectus, last };
  }

  /**
   * The programme that a school is sent to instead of what it asked for, while its applications are taken; null where
   * they are not, or where no such programme is offered to it.
   */
  async openTo(caller: Principal, id: string, { school }: Pick<Applying, "school">): Promise<Prospectus | null> {
    const there = (await this.catalogueFor(caller, school)).get(id);
    if (there === null) return null;
    const { opensOn, closesOn } = await this.windowOf(there, caller.hub ?? this.covers(school));
    const today = this.today();
    return opensOn <= today && today <= closesOn ? there : null;
  }

  private async standing(
    caller: Principal,
    one: Prospectus,
    urn: string,
    school: KnownSchool | null,
  ): Promise<Programme> {
    const hub = caller.hub ?? this.covers(school);
    const { id, title, stage, phase, academicYear } = one;
    const about = { id, title, stage, phase, academicYear, ...(await this.windowOf(one, hub)) };
    if (school === null) return { ...about, checked: false, ...byWindow(about, this.today()) };
    const asked = { prospectus: id, ...(hub !== null && { hub }) };
    const { eligible, reasons } = await this.schools.eligibility(caller, urn, asked);
    return { ...about, checked: true, eligible, reasons };
  }

  /** The hub's own window, where it has set one, else the page's. */
  private async windowOf(
    { id, window }: Prospectus,
    hub: string | null,
  ): Promise<Pick<Programme, "opensOn" | "closesOn">> {
    const at = instantFromMs(this.settings.clock());
    const set = hub === null ? null : await findWindow(await this.database.open(), hub, id, at);
    return { opensOn: set?.opensOn ?? window.opensOn.value, closesOn: set?.closesOn ?? window.closesOn.value };
  }

  /**
   * The programmes as the hub has them whose staff ask, or that covers the school: its own figures and links, and no
   * page that is another hub's.
   */
  private async catalogueFor(caller: Principal, school: KnownSchool | null): Promise<Catalogue> {
    const hub = caller.hub ?? this.covers(school);
    const { catalogue } = this.settings;
    return hub === null ? catalogue : (await cataloguesOfHubs(await this.database.open(), catalogue))(hub);
  }

  private covers(school: KnownSchool | null): string | null {
    return this.directory.hubs.ofLa(school?.la ?? null)?.code ?? null;
  }

  private today(): LocalDate {
    return localDate(instantFromMs(this.settings.clock()));
  }
}

/** Of a school that nobody knows yet only the window can be told. */
function byWindow(
  { opensOn, closesOn }: { opensOn: string; closesOn: string },
  today: LocalDate,
): Pick<Programme, "eligible" | "reasons"> {
  if (opensOn <= today && today <= closesOn) return { eligible: true, reasons: [] };
  const { rejection } =
    today < opensOn ? reject("window-closed", "not-yet", { opensOn }) : reject("window-closed", "over", { closesOn });
  return { eligible: false, reasons: [rejection] };
}
