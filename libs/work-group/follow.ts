// What a Work Group records of what was decided on a journey, in the same transaction: an offer reserves a place, a
// refusal, a lapse or a withdrawal frees it. The journey decides; the group's book follows, and is what capacity is
// counted on.

import type { JourneyEvent } from "../journey/events.ts";
import type { Restored } from "../journey/taken-back.ts";
import type { GroupEvent, WhyFreed } from "./events.ts";
import type { WorkGroup } from "./state.ts";

const FREES: Partial<Record<JourneyEvent["type"], WhyFreed>> = {
  OfferDeclined: "declined",
  OfferLapsed: "lapsed",
  ApplicationEnded: "lapsed",
  ApplicationWithdrawn: "withdrawn",
  SchoolWithdrawn: "withdrawn",
  ApplicationDeclined: "turned-down",
  ApplicationRedirected: "redirected",
  SchoolLeftHub: "moved",
};

/** `awaits`: its turn has come, and the offer is still to be made. */
interface Standing {
  holds: "reserved" | "taken" | null;
  waits: boolean;
  held: boolean;
  awaits: boolean;
}

/**
 * The group's events that follow from a journey's. `id` is the group's own. Says nothing twice: a place that is
 * reserved already is not reserved again. The end of a stage frees nothing: a group whose year is over keeps its
 * schools, for the record.
 */
export function follow(id: string, group: WorkGroup, journey: string, events: readonly JourneyEvent[]): GroupEvent[] {
  if (group.status !== "formed") return [];
  const turn = group.waitlist.find((one) => one.journey === journey);
  const place = group.taken.find((one) => one.journey === journey);
  let standing: Standing = {
    holds: place?.status ?? null,
    waits: turn !== undefined,
    held: turn?.held ?? false,
    awaits: place?.turn !== undefined,
  };
  return events.flatMap((event) => {
    const [next, brought] = after(id, group.academicYear, journey, standing, event);
    standing = next;
    return brought;
  });
}

function after(
  id: string,
  academicYear: string,
  journey: string,
  standing: Standing,
  event: JourneyEvent,
): [Standing, GroupEvent[]] {
  const { at } = event;
  const { holds, waits, held } = standing;
  const gone: Standing = { holds: null, waits: false, held: false, awaits: false };
  switch (event.type) {
    case "PlaceOffered":
      if (event.workGroup !== id) return [gone, freed(journey, standing, at, "placed-elsewhere")];
      return holds === null
        ? [{ ...gone, holds: "reserved" }, [{ type: "PlaceReserved", at, journey, fromWaitlist: false }]]
        : [standing, []];
    case "NextStageInvited":
      // A place is kept for it with the invitation.
      return event.workGroup === id && holds === null
        ? [{ ...standing, holds: "reserved" }, [{ type: "PlaceReserved", at, journey, fromWaitlist: false }]]
        : [standing, []];
    case "NextStageConfirmed":
      return event.workGroup === id && holds !== "taken"
        ? [{ ...gone, holds: "taken" }, [{ type: "PlaceTaken", at, journey }]]
        : [standing, []];
    case "NextStagePlaceLapsed":
      return event.workGroup === id && holds === "reserved"
        ? [gone, freed(journey, standing, at, "lapsed")]
        : [standing, []];
    case "SchoolPlaced":
      // A place in a group of another year.
      if (event.academicYear !== academicYear) return [standing, []];
      if (event.workGroup !== id) return [gone, freed(journey, standing, at, "placed-elsewhere")];
      return holds === "taken" ? [standing, []] : [{ ...gone, holds: "taken" }, [{ type: "PlaceTaken", at, journey }]];
    case "ApplicationWaitlisted": {
      // The hub's own waitlist (no group named) takes nobody off a group's.
      const resumed: GroupEvent[] = held ? [{ type: "TurnResumed", at, journey }] : [];
      if (event.workGroup === null) return [{ ...standing, held: false }, resumed];
      if (event.workGroup !== id) return [gone, freed(journey, standing, at, "placed-elsewhere")];
      return waits || holds !== null
        ? [{ ...standing, held: false }, resumed]
        : [{ ...standing, waits: true }, [{ type: "SchoolWaitlisted", at, journey }]];
    }
    case "InformationRequested":
      if (standing.awaits)
        return [{ holds: null, waits: true, held: true, awaits: false }, [{ type: "TurnKept", at, journey }]];
      return waits && !held ? [{ ...standing, held: true }, [{ type: "TurnHeld", at, journey }]] : [standing, []];
    case "InformationProvided":
      return held ? [{ ...standing, held: false }, [{ type: "TurnResumed", at, journey }]] : [standing, []];
    case "RecordCorrected":
      return event.restores === undefined ? [standing, []] : restored(id, journey, standing, at, event.restores);
    default: {
      const why = FREES[event.type];
      return why === undefined ? [standing, []] : [gone, freed(journey, standing, at, why)];
    }
  }
}

/** A decision was taken back: the school has the place that it had, and no other by that decision. */
function restored(
  id: string,
  journey: string,
  standing: Standing,
  at: string,
  { was, status, workGroup, place }: Restored,
): [Standing, GroupEvent[]] {
  const gone: Standing = { holds: null, waits: false, held: false, awaits: false };
  const placed = was === "SchoolPlaced" && standing.holds === "taken";
  const left = placed ? freed(journey, standing, at, "taken-back") : [];
  const now = placed ? gone : standing;
  if (workGroup !== id || place === null || now.holds === place || now.waits) return [now, left];
  if (place === "waiting") {
    const held = status === "information-requested";
    const turn: GroupEvent = { type: "SchoolWaitlisted", at, journey };
    return [
      { ...now, waits: true, held },
      [...left, turn, ...(held ? [{ type: "TurnHeld" as const, at, journey }] : [])],
    ];
  }
  return [
    { ...gone, holds: place },
    [
      ...left,
      place === "reserved"
        ? { type: "PlaceReserved", at, journey, fromWaitlist: false }
        : { type: "PlaceTaken", at, journey },
    ],
  ];
}

function freed(journey: string, { holds, waits }: Standing, at: string, why: WhyFreed): GroupEvent[] {
  return [
    ...(holds === null ? [] : [{ type: "PlaceFreed" as const, at, journey, why }]),
    ...(waits ? [{ type: "SchoolLeftWaitlist" as const, at, journey, why }] : []),
  ];
}
