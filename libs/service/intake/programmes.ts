// What a school may apply for now, and what stands against the rest; before any form is filled.

import { cataloguesOfHubs } from "../../book/hub-rules.ts";
import { academicYearOf } from "../../calendar/academic-years.ts";
import { instantFromMs, localDate, type LocalDate } from "../../calendar/instants.ts";
import { reject, type Rejection } from "../../journey/rejection.ts";
import { signatureLines } from "../../letters/letter.ts";
import { hubSignature } from "../../people/hub-signature.ts";
import type { Catalogue } from "../../prospectus/lookup.ts";
import type { Prospectus } from "../../prospectus/prospectus.ts";
import type { Hub } from "../../register/hubs.ts";
import { windowsOf } from "../../store/hubs/windows.ts";
import { knownSchool, type KnownSchool } from "../../store/schools/schools.ts";
import type { Principal } from "../access/principal.ts";
import { mustHold } from "../access/roles.ts";
import { mayAskFor } from "../access/scope.ts";
import type { Database } from "../database.ts";
import type { HubDirectory } from "../hub-directory.ts";
import { knownProgramme } from "../hubs/known-programme.ts";
import { Refusal } from "../refusal.ts";
import { SCHOOL_ROLES, type Schools } from "../schools/schools.ts";
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
 * when it last applied. `opensOn`, `closesOn`: when applications are taken. `against`: what stands against one already,
 * by the rules, whatever the form says.
 */
export interface Applying {
  urn: string;
  school: KnownSchool | null;
  hub: string | null;
  hubs: readonly Hub[];
  covers: string | null;
  prospectus: Prospectus;
  last: LastApplication | null;
  opensOn: string;
  closesOn: string;
  against: readonly Rejection[];
}

/** An application that was sent: to which hub, who hears of it, and how that hub signs its letters. */
export interface SentApplication extends LastApplication {
  signature: readonly string[];
}

/** An application says of these itself. */
const SAID_IN_FORM: readonly string[] = ["prior-stage-missing"];

const URN = /^\d{6}$/u;

export class Programmes {
  constructor(
    private readonly database: Database,
    private readonly settings: Pick<ServiceSettings, "catalogue" | "clock">,
    private readonly directory: HubDirectory,
    private readonly schools: Schools,
  ) {}

  /**
   * The programmes of the year under way and later ones, each with what stands against it, for whoever may look.
   * `school`: its name, null where nobody knows it. @throws Refusal `forbidden`
   */
  async of(caller: Principal, urn: string): Promise<{ school: string | null; programmes: Programme[] }> {
    mustHold(caller, SCHOOL_ROLES.read);
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
    const hub = caller.hub ?? this.covers(school);
    const windows = await this.windowsAt(hub);
    const judge = school && (await this.schools.judge(caller, school, hub));
    const programmes = offered.map((one): Programme => {
      const { id, title, stage, phase, academicYear } = one;
      const about = { id, title, stage, phase, academicYear, ...windows(one) };
      // Of a school that nobody knows yet only the window can be told.
      if (judge === null) return { ...about, checked: false, ...byWindow(about, this.today()) };
      const { found } = judge(one);
      return { ...about, checked: true, eligible: found.length === 0, reasons: found };
    });
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
    const covers = this.covers(school);
    const hub = caller.hub ?? covers;
    const window = (await this.windowsAt(hub))(prospectus);
    const found =
      school === null
        ? byWindow(window, this.today()).reasons
        : (await this.schools.judge(caller, school, hub))(prospectus).found;
    const against = found.filter(({ code }) => !SAID_IN_FORM.includes(code));
    return { urn, school, hub: caller.hub, hubs, covers, prospectus, last, ...window, against };
  }

  /** The application behind a form, once it was sent; null where it was not. Rejects with StoreError, SealError. */
  async sent({ last, prospectus }: Applying): Promise<SentApplication | null> {
    if (last === null || last.prospectus !== prospectus.id) return null;
    const signed = await hubSignature(await this.database.open(), last.hub);
    return { ...last, signature: signed === null ? [] : signatureLines(signed, last.hub) };
  }

  /**
   * The programme that a school is sent to instead of what it asked for, while its applications are taken; null where
   * they are not, or where no such programme is offered to it.
   */
  async openTo(caller: Principal, id: string, { school }: Pick<Applying, "school">): Promise<Prospectus | null> {
    const there = (await this.catalogueFor(caller, school)).get(id);
    if (there === null) return null;
    const { opensOn, closesOn } = (await this.windowsAt(caller.hub ?? this.covers(school)))(there);
    const today = this.today();
    return opensOn <= today && today <= closesOn ? there : null;
  }

  /** The hub's own windows, where it has set them, else the pages'. */
  private async windowsAt(hub: string | null): Promise<(of: Prospectus) => Pick<Programme, "opensOn" | "closesOn">> {
    const at = instantFromMs(this.settings.clock());
    const all = hub === null ? [] : await windowsOf(await this.database.open(), hub, at);
    const set = new Map(all.map((one) => [one.prospectus, one]));
    return ({ id, window }) => ({
      opensOn: set.get(id)?.opensOn ?? window.opensOn.value,
      closesOn: set.get(id)?.closesOn ?? window.closesOn.value,
    });
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

/** How it stands by its window alone. */
function byWindow(
  { opensOn, closesOn }: { opensOn: string; closesOn: string },
  today: LocalDate,
): Pick<Programme, "eligible" | "reasons"> {
  if (opensOn <= today && today <= closesOn) return { eligible: true, reasons: [] };
  const { rejection } =
    today < opensOn ? reject("window-closed", "not-yet", { opensOn }) : reject("window-closed", "over", { closesOn });
  return { eligible: false, reasons: [rejection] };
}
