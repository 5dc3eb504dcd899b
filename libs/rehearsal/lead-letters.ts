// What who leads a school's Work Group hears at once of it, in a rehearsal: of that school alone, and of what somebody
// else has done. The dates of a rehearsed group are its lead's own.

import { addSeconds, type Instant } from "../calendar/instants.ts";
import type { Recorded } from "../journey/events.ts";
import { evolve, NOTHING } from "../journey/evolve.ts";
import type { Rules } from "../journey/rules.ts";
import { currentYear, type Journey } from "../journey/state.ts";
import type { Fact } from "../journey/why/explanation.ts";
import { leadLetter } from "../letters/lead-letter.ts";
import { LEADS_TOLD_AFTER_SECONDS, type Became, type LeadThing } from "../letters/lead-news.ts";
import { newDay } from "../letters/new-day.ts";
import { groupNamed } from "../letters/words.ts";
import type { RehearsedLetter } from "./letters.ts";
import { groupNow } from "./mornings.ts";

interface News {
  at: Instant;
  group: string;
  prospectus: string;
  thing: LeadThing;
}

/** The letters, in order. `school`: its name; `hub`: the code of its hub. */
export function leadLettersOfSchool(
  facts: readonly Fact[],
  rules: Rules,
  { journey, school, hub }: { journey: string; school: string; hub: string },
): RehearsedLetter[] {
  const news: News[] = [];
  let [before, silent]: [Journey, boolean] = [NOTHING, false];
  for (const { event, by } of facts) {
    const after = evolve(before, event);
    if (event.type === "JourneyPaused") silent = event.reasonCode === "no-prospectus";
    const isAway = event.type === "JourneyPaused" || event.type === "SchoolReturned";
    if (by.role !== "work-group-lead" && !(isAway && silent)) news.push(...newsOf(journey, event, before, after));
    before = after;
  }
  return toldAsOne(news).map(([at, [first, ...others]]) => {
    const prospectus = rules.catalogue.get(first.prospectus);
    const beside = { calendar: rules.calendar, school: () => school, nameOf: () => null, text: () => null };
    const envelope = { ...beside, hub, name: null, called: groupNamed(prospectus, "you"), page: null, prospectus };
    const letter = leadLetter(
      envelope,
      [first, ...others].map(({ thing }) => thing),
    );
    const to = ["work-group-lead"] as const;
    return { at, kind: "group-news", cause: "news", to, about: [], subject: letter.subject, letter };
  });
}

function newsOf(journey: string, event: Recorded, before: Journey, after: Journey): News[] {
  const of = (state: Journey, group: string | null, thing: LeadThing): News[] => {
    const prospectus = state.status === "none" ? undefined : groupNow(state)?.prospectus;
    return group === null || prospectus === undefined ? [] : [{ at: event.at, group, prospectus, thing }];
  };
  const groupIn = (state: Journey): string | null =>
    state.status === "none" ? null : (groupNow(state)?.workGroup ?? null);
  const school = (became: Became): LeadThing => ({ kind: "school", journey, became });
  switch (event.type) {
    case "SchoolPlaced":
      return of(after, event.workGroup, school("placed"));
    case "NextStageConfirmed":
      return event.workGroup === undefined
        ? []
        : [{ at: event.at, group: event.workGroup, prospectus: event.prospectus, thing: school("placed") }];
    case "SchoolChangedGroup":
      return [
        ...of(before, event.from, school("to-another-group")),
        ...of(after, event.workGroup, school("from-another-group")),
      ];
    case "SchoolLeftHub":
      return of(before, groupIn(before), school("to-another-hub"));
    case "JourneyPaused":
      return of(after, groupIn(after), school("paused"));
    case "SchoolReturned":
      return of(after, groupIn(after), school("returned"));
    case "SchoolWithdrawn":
      return of(before, groupIn(before), school("withdrawn"));
    case "SupportVisitBooked": {
      const kind = currentYear(after)?.commitments.find(({ code }) => code === event.commitment)?.kind;
      return of(after, groupIn(after), { kind: "visit", journey, event, was: null, support: kind !== "visit" });
    }
    case "CommitmentRescheduled":
      return newDay(journey, before, event).flatMap((thing) => of(after, groupIn(after), thing));
    default:
      return [];
  }
}

/** What comes within ten minutes of the first is one letter of its group, and goes when they are over. */
function toldAsOne(news: readonly News[]): [at: Instant, of: [News, ...News[]]][] {
  const letters: [Instant, [News, ...News[]]][] = [];
  for (const one of news) {
    const open = letters.findLast(([at, [first]]) => first.group === one.group && one.at <= at);
    if (open === undefined) letters.push([addSeconds(one.at, LEADS_TOLD_AFTER_SECONDS), [one]]);
    else open[1].push(one);
  }
  return letters;
}
