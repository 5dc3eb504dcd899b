// The people whom a command names: each belongs to the journey or the hub that it is about. Another's id is answered as
// one that nobody has.

import type { DataSource } from "typeorm";
import { belongsTo, belongsToHub, takeIn } from "../../people/belonging.ts";
import type { Instant } from "../../calendar/instants.ts";
import { applyCorrections, correctionsIn, putCorrection } from "../../people/corrections.ts";
import { load } from "../../store/events/event-store.ts";
import { recorded } from "../../store/events/known-events.ts";
import { streamOf } from "../../store/events/streams.ts";
import { reject } from "../../journey/rejection.ts";
import type { Contact, Sealed } from "../../journey/wire.ts";
import { refusalOf, type Refusal } from "../refusal.ts";
import type { Prepared } from "./command-sender.ts";
import type { RoutedCommand } from "./journey-commands.ts";

/** Which field of a command brings a person of the school. Whom else it names has to take part: the rules see to it. */
const BRINGS: Partial<Record<RoutedCommand, string>> = {
  NominateParticipant: "participant",
  ReplaceParticipant: "by",
  CorrectPerson: "person",
  StopBeingContact: "person",
  OptOutOfReminders: "person",
};

/** Ids as this service makes them (`derivedId`). Any other that no person has is the caller's own name for somebody. */
const OURS = /^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-a[\da-f]{3}-[\da-f]{12}$/u;

/** `hub`: the caller's. `looks`: nothing is to be changed by it. */
interface Named {
  name: RoutedCommand;
  journey: string;
  hub: string | null;
  looks?: boolean;
}

/**
 * Sees to it that whom a command names belongs to its journey, and had not been erased by `at`; whose task it is to be,
 * to `hub`, the caller's own.
 * @throws Refusal `unknown-participant`
 */
export async function mustBelong(
  source: DataSource,
  { name, journey, hub, looks = false }: Named,
  data: Readonly<Record<string, unknown>>,
  at: Instant,
): Promise<void> {
  for (const brought of broughtBy(name, data)) {
    if (!looks) await takeIn(source, brought, journey);
    const belongs = await belongsTo(source, brought, [journey], at);
    if (belongs === false || (belongs === null && (name === "CorrectPerson" || OURS.test(brought)))) throw nobody();
  }
  const { assignee } = data;
  if (name === "AssignTask" && typeof assignee === "string" && hub !== null)
    await mustBelongToHub(source, assignee, hub);
}

/** The ids of those whom a command brings: in its one field, or the teachers named for a year to come. */
export function broughtBy(name: RoutedCommand, data: Readonly<Record<string, unknown>>): string[] {
  const field = data[BRINGS[name] ?? ""];
  const teachers = name === "ConfirmNextStage" && Array.isArray(data["teachers"]) ? data["teachers"] : [];
  const ids = [field, ...teachers.map((one) => (Object(one) as { participant?: unknown }).participant)];
  return ids.filter((id) => typeof id === "string");
}

/**
 * Somebody at a hub is known by their sign-in, which is none of the people here; but an id of ours that is a person
 * elsewhere is nobody at this hub.
 * @throws Refusal `unknown-participant`
 */
export async function mustBelongToHub(source: DataSource, person: string, hub: string): Promise<void> {
  if ((await belongsToHub(source, person, hub)) === false) throw nobody();
}

/**
 * What a command corrects of a person waits sealed, and is put in place once the command is accepted: by the request,
 * unless a letter to them comes first.
 */
export function correctionOf(journey: string, { correction, data }: Sealed): Pick<Prepared, "before" | "after"> {
  const { person } = data;
  if (correction === undefined || typeof person !== "string") return {};
  return {
    before: (source) => putCorrection(source, { ...correction, person }),
    after: async (source) => applyCorrections(source, correctionsIn(recorded(await load(source, streamOf(journey))))),
  };
}

/** The command with the contact that it brings, kept by `keep` under the id that it answers. */
export async function withContactSettled(sealed: Sealed, keep: (contact: Contact) => Promise<string>): Promise<Sealed> {
  if (sealed.contact === null) return sealed;
  const id = await keep(sealed.contact);
  return { ...sealed, contact: { ...sealed.contact, id }, data: { ...sealed.data, contact: id } };
}

function nobody(): Refusal {
  return refusalOf(reject("unknown-participant", "nobody-here").rejection);
}
