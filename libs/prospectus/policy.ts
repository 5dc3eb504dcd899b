// A what-if: the same catalogue with other figures, by prospectus id. Each is marked as nobody's fact.

import { CatalogueFault, type Fault } from "./fault.ts";
import { frozen } from "./frozen.ts";
import { changedBy, type Catalogue } from "./lookup.ts";
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
  /** The figure as it stands; null where there is none. */
  now(prospectus: Prospectus): Figure<number> | null;
  apply(prospectus: Prospectus, value: number, as: AsFigure): Prospectus;
}

/** What makes a figure of a value: who says so. */
export type AsFigure = <T>(value: T) => Figure<T>;

const supposed: AsFigure = (value) => ({ value, source: "assumption", because: "what-if" });

function escalation(name: keyof Prospectus["escalation"], least: number): PolicyFigure {
  return {
    least,
    step: 1,
    now: (prospectus) => prospectus.escalation[name],
    apply: (prospectus, days, as) => ({
      ...prospectus,
      escalation: { ...prospectus.escalation, [name]: as(days) },
    }),
  };
}

function reminding(name: "chaserDays" | "chasersATerm", least: number): PolicyFigure {
  return {
    least,
    step: 1,
    now: (prospectus) => prospectus.reminders[name],
    apply: (prospectus, days, as) => ({ ...prospectus, reminders: { ...prospectus.reminders, [name]: as(days) } }),
  };
}

function ownDays(name: "offerDays" | "offerReminderDays" | "grantWaitDays"): PolicyFigure {
  return {
    least: 1,
    step: 1,
    now: (prospectus) => prospectus[name],
    apply: (prospectus, days, as) => ({ ...prospectus, [name]: as(days) }),
  };
}

export const FIGURES: Readonly<Record<string, PolicyFigure>> = {
  /** Pounds; 0 takes the grant away. */
  grant: {
    least: 0,
    step: 0.01,
    now: ({ grant }) => grant && grant.amountPence,
    apply: (prospectus, pounds, as) => ({
      ...prospectus,
      grant:
        pounds === 0
          ? null
          : { amountPence: as(Math.round(pounds * 100)), purpose: prospectus.grant?.purpose ?? "what-if" },
    }),
  },
  /** School days. */
  offerDays: ownDays("offerDays"),
  offerReminderDays: ownDays("offerReminderDays"),
  grantWaitDays: ownDays("grantWaitDays"),
  graceDays: escalation("graceDays", 0),
  toHeadteacherDays: escalation("toHeadteacherDays", 1),
  toHubLeadDays: escalation("toHubLeadDays", 1),
  /** 0 sends no chasers. */
  chaserDays: reminding("chaserDays", 0),
  chasersATerm: reminding("chasersATerm", 1),
  reasonsMostWords: {
    least: 1,
    step: 1,
    now: ({ application }) => application.reasonsMostWords,
    apply: (prospectus, words, as) => ({
      ...prospectus,
      application: { ...prospectus.application, reasonsMostWords: as(words) },
    }),
  },
  groupLeast: {
    least: 1,
    step: 1,
    now: ({ groupSize }) => groupSize && groupSize.least,
    apply: (prospectus, least, as) => {
      const most = prospectus.groupSize?.most;
      return {
        ...prospectus,
        groupSize: { least: as(least), most: most && most.value >= least ? most : as(least) },
      };
    },
  },
  groupMost: {
    least: 1,
    step: 1,
    now: ({ groupSize }) => groupSize && groupSize.most,
    apply: (prospectus, most, as) => {
      const least = prospectus.groupSize?.least;
      return {
        ...prospectus,
        groupSize: { least: least && least.value <= most ? least : as(1), most: as(most) },
      };
    },
  },
  /** Combined days; 0 asks for none. Where a page asks for none, they are due with the year's report. */
  releaseDays: {
    least: 0,
    step: 1,
    now: ({ commitments: { releaseDays } }) => releaseDays && releaseDays.days,
    apply: (prospectus, days, as) => {
      const { releaseDays } = prospectus.commitments;
      const due = releaseDays?.due ?? as({ term: "summer" as const, beforeEnd: 10 });
      return {
        ...prospectus,
        commitments: { ...prospectus.commitments, releaseDays: days === 0 ? null : { days: as(days), due } },
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
  return changedBy(catalogue, (prospectus) => {
    const figures = Object.entries(policy[prospectus.id] ?? {});
    if (figures.length === 0) return prospectus;
    return frozen(figures.reduce((so, [name, value]) => FIGURES[name]?.apply(so, value, supposed) ?? so, prospectus));
  });
}

function faultsOf(catalogue: Catalogue, id: string, figures: Readonly<Record<string, number>>): Fault[] {
  const path = `policy.${id}`;
  if (catalogue.get(id) === null) return [{ file: "", path, fault: "there is no such prospectus" }];
  return Object.entries(figures).flatMap(([name, value]) => {
    const fault = faultOf(name, value);
    return fault === null ? [] : [{ file: "", path: `${path}.${name}`, fault }];
  });
}

/** What is wrong with a value for a figure; null where it fits. */
export function faultOf(name: string, value: number): string | null {
  const figure = Object.hasOwn(FIGURES, name) ? FIGURES[name] : undefined;
  if (!figure) return `unknown figure; known: ${Object.keys(FIGURES).join(", ")}`;
  const steps = value / figure.step;
  const fits = Number.isFinite(value) && value >= figure.least && Math.abs(steps - Math.round(steps)) < 1e-6;
  return fits
    ? null
    : `must be ${figure.step === 1 ? "a whole number" : "an amount in pounds"} of at least ${figure.least}, ` +
        `not ${value}`;
}
