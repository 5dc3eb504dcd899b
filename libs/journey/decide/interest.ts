// A school that is interested before it can apply: it is invited once, when the next window of that phase and stage
// opens.

import { endOfDay, localDate, type Instant } from "../../calendar/instants.ts";
import type { Catalogue } from "../../prospectus/lookup.ts";
import type { Prospectus } from "../../prospectus/prospectus.ts";
import type { ComingWindow, NamedWindow } from "../commands.ts";
import type { Rules, Verbs } from "../rules.ts";
import { comingNext } from "../due.ts";
import type { JourneyEvent } from "../events.ts";
import { reject } from "../rejection.ts";
import type { Interested, Journey } from "../state.ts";
import { decided, notNow } from "./common.ts";
import { askedOf } from "./move.ts";
import { alreadyActive, mayTakePart, unknownProspectus } from "./intake.ts";

export const INTEREST: Verbs<"ExpressInterest" | "NoteWindow"> = {
  ExpressInterest: (state, { at, data, by }, rules) => {
    const { catalogue } = rules;
    const { school, hub, prospectus: id, contact, windows } = data;
    const prospectus = catalogue.get(id);
    if (!prospectus) return unknownProspectus();
    const fault =
      alreadyActive(state, hub, by) ?? stillInterested(state, id, at, hub) ?? mayTakePart(school, prospectus);
    const interest = {
      type: "InterestExpressed" as const,
      at,
      school,
      hub,
      prospectus: id,
      contactId: contact ?? null,
      coming: comingWindows(prospectus, catalogue, windows ?? [], localDate(at)),
    };
    return fault ?? decided(...askedOf(state, interest, by, rules));
  },

  /** A hub has set or moved its window: by that one the school is invited, unless it has been. */
  NoteWindow: (state, { at, data }, { catalogue }) => {
    if (state.status !== "interested") return notNow(state, "window-for-who-waits");
    const [wanted, named] = [catalogue.get(state.prospectus), catalogue.get(data.prospectus)];
    if (
      !wanted ||
      !named ||
      named.phase !== wanted.phase ||
      named.stage !== wanted.stage ||
      named.academicYear < wanted.academicYear
    ) {
      return reject("not-in-this-state", "window-of-another", { prospectus: state.prospectus });
    }
    const { prospectus, opensOn, closesOn } = data;
    const same = state.coming.some(
      (one) => one.own && one.prospectus === prospectus && one.opensOn === opensOn && one.closesOn === closesOn,
    );
    return state.invited !== null || same
      ? decided()
      : decided({ type: "WindowNoted", at, prospectus, opensOn, closesOn, own: true });
  },
};

/** The same interest twice says nothing new, until the window it was invited to has gone by. */
function stillInterested(state: Journey, prospectus: string, at: Instant, hub: string) {
  if (state.status !== "interested" || state.prospectus !== prospectus || state.hub !== hub) return null;
  if (state.invited !== null && at > endOfDay(state.invited.closesOn)) return null;
  // No window is known for it, as in an interest of before windows were noted: said again, it finds one.
  if (state.invited === null && state.coming.length === 0) return null;
  return reject("already-active", "interest");
}

/**
 * The windows still to close of this programme and of the same stage in later years: the hub's own where it has set
 * one, else the page's. An interest that comes after its window has closed is one in the next year's programme.
 */
export function comingWindows(
  first: Prospectus,
  catalogue: Catalogue,
  hubs: readonly NamedWindow[],
  today: string,
): ComingWindow[] {
  const coming: ComingWindow[] = [];
  for (let one: Prospectus | null = first; one; one = catalogue.next(one, one.stage)) {
    const { id, window } = one;
    const own = hubs.find(({ prospectus }) => prospectus === id);
    const days = own ?? { opensOn: window.opensOn.value, closesOn: window.closesOn.value };
    if (days.closesOn >= today)
      coming.push({ prospectus: id, opensOn: days.opensOn, closesOn: days.closesOn, own: own !== undefined });
  }
  return coming;
}

/**
 * The next window opens, or is open already. What the page says by now is looked at again; what closed meanwhile, in an
 * outage, is passed by.
 */
export function windowOpens(state: Interested, at: Instant, { catalogue }: Rules): JourneyEvent[] {
  const next = comingNext(state);
  if (!next) return [];
  const { prospectus, opensOn, closesOn, own } = next;
  const page = own ? null : catalogue.get(prospectus)?.window;
  if (page && (page.opensOn.value !== opensOn || page.closesOn.value !== closesOn)) {
    return [
      { type: "WindowNoted", at, prospectus, opensOn: page.opensOn.value, closesOn: page.closesOn.value, own: false },
    ];
  }
  if (at > endOfDay(closesOn)) return [{ type: "WindowPassed", at, prospectus }];
  return [{ type: "ApplicationInvited", at, prospectus, opensOn, closesOn }];
}
