// A what-if: the same catalogue with other figures, by prospectus id. Each is marked as nobody's fact.

import { CatalogueFault, type Fault } from "./fault.ts";
import { frozen } from "./frozen.ts";
import type { Catalogue } from "./lookup.ts";
import type { Figure, Prospectus } from "./prospectus.ts";

/**
 * Figures by prospectus id: `{'2021-22/primary-development': {grant: 1500}}`. Grants in pounds, the others as they are
 * named.
 */
export type Policy = Readonly<Record<string, Readonly<Record<string, number>>>>;

interface PolicyFigure {
  /** The least it may be, and by what it is a whole number. */
  least: number;
  step: number;
  apply(prospectus: Prospectus, value: number): Prospectus;
}

const supposed = <T>(value: T): Figure<T> => ({ value, source: "assumption", because: "what-if" });

function escalation(name: keyof Prospectus["escalation"], least: number): PolicyFigure {
  return {
    least,
    step: 1,
    apply: (prospectus, days) => ({ ...prospectus, escalation: { ...prospectus.escalation, [name]: supposed(days) } }),
  };
}

const FIGURES: Readonly<Record<string, PolicyFigure>> = {
  /** Pounds; 0 takes the grant away. */
  grant: {
    least: 0,
    step: 0.01,
    apply: (prospectus, pounds) => ({
      ...prospectus,
      grant:
        pounds === 0
          ? null
          : { amountPence: supposed(Math.round(pounds * 100)), purpose: prospectus.grant?.purpose ?? "what-if" },
    }),
  },
  /** School days. */
  offerDays: { least: 1, step: 1, apply: (prospectus, days) => ({ ...prospectus, offerDays: supposed(days) }) },
  graceDays: escalation("graceDays", 0),
  toHeadteacherDays: escalation("toHeadteacherDays", 1),
  toHubLeadDays: escalation("toHubLeadDays", 1),
  /** 0 sends no chasers. */
  chaserDays: {
    least: 0,
    step: 1,
    apply: (prospectus, days) => ({
      ...prospectus,
      reminders: { ...prospectus.reminders, chaserDays: supposed(days) },
    }),
  },
  reasonsMostWords: {
    least: 1,
    step: 1,
    apply: (prospectus, words) => ({
      ...prospectus,
      application: { ...prospectus.application, reasonsMostWords: supposed(words) },
    }),
  },
  groupMost: {
    least: 1,
    step: 1,
    apply: (prospectus, most) => {
      const least = prospectus.groupSize?.least;
      return {
        ...prospectus,
        groupSize: { least: least && least.value <= most ? least : supposed(1), most: supposed(most) },
      };
    },
  },
  /** Combined days; 0 asks for none. Where a page asks for none, they are due with the year's report. */
  releaseDays: {
    least: 0,
    step: 1,
    apply: (prospectus, days) => {
      const { releaseDays } = prospectus.commitments;
      const due = releaseDays?.due ?? supposed({ term: "summer" as const, beforeEnd: 10 });
      return {
        ...prospectus,
        commitments: { ...prospectus.commitments, releaseDays: days === 0 ? null : { days: supposed(days), due } },
      };
    },
  },
};

/**
 * The catalogue with the figures of `policy` in place of its own. Throws one CatalogueFault with the path of each
 * unknown id, unknown figure and impossible value (`policy.2021-22/primary-development.grant`). Prospectuses stay
 * frozen.
 */
export function withPolicy(catalogue: Catalogue, policy: Policy): Catalogue {
  const faults = Object.entries(policy).flatMap(([id, figures]) => faultsOf(catalogue, id, figures));
  if (faults.length > 0) throw new CatalogueFault(faults);
  const changed = new Map<string, Prospectus>();
  const change = (prospectus: Prospectus): Prospectus => {
    const figures = Object.entries(policy[prospectus.id] ?? {});
    if (figures.length === 0) return prospectus;
    const known = changed.get(prospectus.id);
    const made =
      known ?? frozen(figures.reduce((so, [name, value]) => FIGURES[name]?.apply(so, value) ?? so, prospectus));
    changed.set(prospectus.id, made);
    return made;
  };
  const perhaps = (prospectus: Prospectus | null): Prospectus | null => prospectus && change(prospectus);
  return {
    get: (id) => perhaps(catalogue.get(id)),
    all: () => catalogue.all().map(change),
    next: (prospectus, stage) => perhaps(catalogue.next(prospectus, stage)),
    of: (academicYear, phase, stage) => perhaps(catalogue.of(academicYear, phase, stage)),
  };
}

function faultsOf(catalogue: Catalogue, id: string, figures: Readonly<Record<string, number>>): Fault[] {
  const path = `policy.${id}`;
  if (catalogue.get(id) === null) return [{ file: "", path, fault: "there is no such prospectus" }];
  return Object.entries(figures).flatMap(([name, value]) => {
    const fault = faultOf(name, value);
    return fault === null ? [] : [{ file: "", path: `${path}.${name}`, fault }];
  });
}

function faultOf(name: string, value: number): string | null {
  const figure = Object.hasOwn(FIGURES, name) ? FIGURES[name] : undefined;
  if (!figure) return `unknown figure; known: ${Object.keys(FIGURES).join(", ")}`;
  const steps = value / figure.step;
  const fits = Number.isFinite(value) && value >= figure.least && Math.abs(steps - Math.round(steps)) < 1e-6;
  return fits
    ? null
    : `must be ${figure.step === 1 ? "a whole number" : "an amount in pounds"} of at least ${figure.least}, ` +
        `not ${value}`;
}
