// The figures of a programme that are a hub's to decide, because no page states them: seen first as a what-if, kept
// with who, when and why, for years that have not begun.

import { isDeepStrictEqual } from "node:util";
import { academicYearOf, firstDay, nextAcademicYear, yearEnds } from "../../calendar/academic-years.ts";
import { instantFromMs, localDate } from "../../calendar/instants.ts";
import type { Rules } from "../../journey/rules.ts";
import {
  catalogueOfHub,
  figureFaults,
  figureNow,
  HUB_NUMBERS,
  withFigures,
  type HubFigureName,
  type HubFigures,
  type HubNumber,
} from "../../prospectus/hub-figures.ts";
import type { Figure, Prospectus } from "../../prospectus/prospectus.ts";
import type { WhatIf } from "../../rehearsal/forward/what-if.ts";
import { decisionsOn, setFigures, type FiguresSet } from "../../store/hubs/figures.ts";
import { findWorkGroups } from "../../views/work-groups/read-work-groups.ts";
import type { Principal } from "../access/principal.ts";
import { mustHold, READERS, type Roles } from "../access/roles.ts";
import { sameHub } from "../access/scope.ts";
import { WhatIfs } from "../ahead/what-if.ts";
import type { Database } from "../database.ts";
import { hubCode } from "../hub-code.ts";
import { Refusal } from "../refusal.ts";
import { rulesNow } from "../rules.ts";
import type { ServiceSettings } from "../settings.ts";
import type { FiguresBody } from "./figures-body.ts";
import { knownProgramme } from "./known-programme.ts";

export const FIGURE_ROLES = {
  read: ["school-contact", ...READERS],
  staff: ["hub-coordinator", "hub-lead"],
  set: ["hub-lead"],
} as const satisfies Record<string, Roles>;

/** A figure as it stands for the hub. `says`: who says so. */
export interface FigureNow {
  name: HubFigureName;
  figure: Figure<unknown> | null;
}

/** A programme as a hub has it. `decisions`: its own, the latest first. */
export interface HubProgramme extends Pick<Prospectus, "id" | "stage" | "phase" | "academicYear" | "title"> {
  /** The year has not begun: what no page states can be changed; later its links alone. */
  open: boolean;
  figures: readonly FigureNow[];
  decisions: readonly FiguresSet[];
}

/** What would follow: by time alone, to the end of the year after this one; and the groups that keep what they have. */
export interface FiguresForeseen {
  programme: HubProgramme;
  whatIf: WhatIf;
  groups: readonly string[];
}

const NAMES: readonly HubFigureName[] = [...HUB_NUMBERS, "sessions", "themes", "absence", "links"];
const MOST_GROUPS = 500;

export class HubFiguresDesk {
  constructor(
    private readonly database: Database,
    private readonly settings: Pick<ServiceSettings, "catalogue" | "calendarOf" | "clock">,
  ) {}

  /** The programmes of this year and later ones, as the hub has them. @throws Refusal `forbidden`, `not-found` */
  async list(caller: Principal, hub: string): Promise<HubProgramme[]> {
    this.mayRead(caller, hub);
    const { catalogue } = await this.rulesAt(hub);
    const year = academicYearOf(this.today());
    return catalogue
      .all()
      .filter((one) => one.academicYear >= year)
      .map((one) => this.seen(one, []));
  }

  /** One of them, with all that the hub has decided of it. @throws Refusal as `list` */
  async one(caller: Principal, hub: string, programme: string): Promise<HubProgramme> {
    this.mayRead(caller, hub);
    const { catalogue } = await this.rulesAt(hub);
    const prospectus = knownProgramme(catalogue, programme);
    return this.seen(prospectus, await decisionsOn(await this.database.open(), hubCode(hub), prospectus.id));
  }

  /**
   * What would follow of the hub's deciding so, if nobody did anything else. Nothing is kept. @throws Refusal as `set`
   */
  async wouldSet(caller: Principal, hub: string, programme: string, body: FiguresBody): Promise<FiguresForeseen> {
    const { prospectus, figures, rules } = await this.checked(caller, FIGURE_ROLES.set, hub, programme, body);
    const then = supposing(rules, hub, prospectus, figures);
    const from = instantFromMs(this.settings.clock());
    const until = yearEnds(nextAcademicYear(academicYearOf(localDate(from))));
    const whatIfs = new WhatIfs(this.database);
    const whatIf = await whatIfs.compare(rules, then, { journeys: await whatIfs.journeys(hub), from, until });
    const own = { ...this.seen(withFigures(prospectus, hub, figures), []) };
    return { programme: own, whatIf, groups: await this.groupsOf(hub, prospectus.id) };
  }

  /**
   * Keeps what the hub decides, whole: what it leaves out is as the page or the assumption has it. Answers what stands.
   * @throws Refusal `forbidden`, `not-found`, `invalid`, `stated-by-page`, `not-in-this-state` once the year has begun,
   * or for other sessions where a group has its days
   */
  async set(caller: Principal, hub: string, programme: string, body: FiguresBody): Promise<HubProgramme> {
    const { prospectus, figures } = await this.checked(caller, FIGURE_ROLES.set, hub, programme, body);
    await setFigures(await this.database.open(), {
      hub: hubCode(hub),
      prospectus: prospectus.id,
      figures,
      reason: body.reason.trim(),
      setBy: caller.who,
      setAt: instantFromMs(this.settings.clock()),
    });
    return this.one(caller, hub, programme);
  }

  /**
   * The rules that would hold if one figure of a programme were another beside those the hub has decided, for who tries
   * a year. @throws Refusal as `set`
   */
  async rulesWith(
    caller: Principal,
    hub: string,
    { programme, figure, value }: { programme: string; figure: HubNumber; value: number },
  ): Promise<Rules> {
    mustHold(caller, FIGURE_ROLES.staff);
    const [last] = await decisionsOn(await this.database.open(), hubCode(hub), programme);
    const wanted = { ...last?.figures, [figure]: value };
    const { prospectus, figures, rules } = await this.checked(caller, FIGURE_ROLES.staff, hub, programme, wanted);
    return supposing(rules, hub, prospectus, figures);
  }

  private async checked(
    caller: Principal,
    roles: Roles,
    hub: string,
    programme: string,
    { reason: _why, ...asked }: HubFigures & { reason?: string },
  ): Promise<{ prospectus: Prospectus; figures: HubFigures; rules: Rules }> {
    mustHold(caller, roles);
    sameHub(caller, hub);
    // What it was before the hub's own decisions: what is left out of this one is so again.
    const prospectus = knownProgramme(this.settings.catalogue.forHub(hubCode(hub)), programme);
    const figures = this.isOpen(prospectus) ? plain(asked) : await this.linksAlone(hub, prospectus, plain(asked));
    const faults = figureFaults(prospectus, figures);
    const [first] = faults;
    if (first !== undefined) {
      const errors = faults.map(({ figure, detail }) => ({ pointer: `/${figure}`, detail }));
      const code = faults.find((one) => one.code === "stated-by-page")?.code ?? first.code;
      throw new Refusal(code, `${first.figure}: ${first.detail}`, { errors });
    }
    const rules = await this.rulesAt(hub);
    const now = rules.catalogue.get(prospectus.id)?.commitments.meetings.due.value.length;
    const then = withFigures(prospectus, hub, figures).commitments.meetings.due.value.length;
    const [group] = now === then ? [] : await this.groupsOf(hub, prospectus.id);
    if (group !== undefined)
      throw new Refusal(
        "not-in-this-state",
        `The Work Group ${group} has its sessions already: add or call off sessions there.`,
      );
    return { prospectus, figures, rules };
  }

  /** Once a year has begun its links alone change: what was decided of it stands. */
  private async linksAlone(hub: string, { id, academicYear }: Prospectus, asked: HubFigures): Promise<HubFigures> {
    const { links, ...others } = asked;
    const [last] = await decisionsOn(await this.database.open(), hubCode(hub), id);
    const { links: _before, ...stands } = last?.figures ?? {};
    const changes = Object.keys(others).length > 0 && !isDeepStrictEqual(others, stands);
    if (changes || academicYear < academicYearOf(this.today()))
      throw new Refusal("not-in-this-state", `${academicYear} has begun: its figures are pinned, but for its links.`);
    return { ...stands, ...(links && { links }) };
  }

  private async rulesAt(hub: string): Promise<Rules> {
    const rules = await rulesNow(await this.database.open(), this.settings);
    return { ...rules, catalogue: rules.catalogueOf?.(hubCode(hub)) ?? rules.catalogue };
  }

  private async groupsOf(hub: string, prospectus: string): Promise<string[]> {
    const asked = { hub: hubCode(hub), prospectus, status: "formed" as const, limit: MOST_GROUPS };
    const { items } = await findWorkGroups(await this.database.open(), asked);
    return items.map(({ id }) => id);
  }

  private mayRead(caller: Principal, hub: string): void {
    mustHold(caller, FIGURE_ROLES.read);
    if (caller.role !== "school-contact") sameHub(caller, hub);
    hubCode(hub);
  }

  private seen(prospectus: Prospectus, decisions: readonly FiguresSet[]): HubProgramme {
    const { id, stage, phase, academicYear, title } = prospectus;
    const figures = NAMES.map((name) => ({ name, figure: figureNow(prospectus, name) }));
    return { id, stage, phase, academicYear, title, open: this.isOpen(prospectus), figures, decisions };
  }

  private isOpen({ academicYear }: Prospectus): boolean {
    return this.today() < firstDay(academicYear);
  }

  private today(): string {
    return localDate(instantFromMs(this.settings.clock()));
  }
}

/** The rules with these figures of the hub's instead. */
function supposing(rules: Rules, hub: string, { id }: Prospectus, figures: HubFigures): Rules {
  const catalogue = catalogueOfHub(rules.catalogue, hub, new Map([[id, figures]]));
  return { ...rules, catalogue, catalogueOf: () => catalogue };
}

/** Without what was left out, and without the class that a request was read into. */
function plain({ sessions, themes, absence, links, ...numbers }: HubFigures): HubFigures {
  const given = Object.entries(numbers).filter(([, value]) => value !== undefined && value !== null);
  return {
    ...Object.fromEntries(given),
    ...(sessions && { sessions: sessions.map(({ term, week }) => ({ term, week })) }),
    ...(themes && { themes: themes.map(({ code, text }) => ({ code, text })) }),
    ...(links && { links: links.map(({ kind, text, address }) => ({ kind, text, address })) }),
    ...(absence && { absence: absence.map(({ code, text }) => ({ code, text })) }),
  };
}
