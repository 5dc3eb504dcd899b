// What somebody may do with a journey now: their role says what at all, the rules themselves say what of it fits where
// the journey stands.

import type { Principal } from "../../../libs/service/access/principal.ts";
import { decide } from "../../../libs/journey/decide.ts";
import type { Command } from "../../../libs/journey/commands.ts";
import type { RejectionCode } from "../../../libs/journey/rejection.ts";
import { seal } from "../../../libs/journey/wire.ts";
import {
  JOURNEY_COMMANDS,
  ROUTED_COMMANDS,
  type RoutedCommand,
} from "../../../libs/service/commands/journey-commands.ts";
import type { FormField, Typed } from "../form-fields.ts";
import { BRINGS_PERSON, fieldsOf } from "./action-fields.ts";
import { bodyOf } from "./record-fields.ts";
import type { Facts } from "../../../libs/service/journeys/journey-facts.ts";

/** With these the rules say that it is not the time, whatever the form holds. */
const NOT_NOW: readonly RejectionCode[] = [
  "forbidden",
  "not-in-this-state",
  "not-participating",
  "grant-not-due",
  "already-released",
  "self-approval",
  "already-active",
  "not-found",
  "offer-lapsed",
  "unknown-commitment",
  "one-theme-only",
  "too-many-participants",
  "group-full",
  "unknown-session",
];

/** Set by the group for all its schools, once one has been formed. */
const OF_THE_GROUP: readonly RoutedCommand[] = ["ScheduleSession", "MoveSession", "CancelSession", "RecordAttendance"];

/** Of a letter to come: they stand beside it. */
const OF_LETTERS: readonly RoutedCommand[] = ["HoldLetter", "LiftHold"];

/** The commands that make sense now for this person, in the order of the routes. */
export function actionsNow(facts: Facts, principal: Principal): RoutedCommand[] {
  const grouped = facts.groups.some((one) => one.id === facts.journey.workGroup);
  return ROUTED_COMMANDS.filter(
    (command) =>
      (facts.here || JOURNEY_COMMANDS[command].group === "Money") &&
      (JOURNEY_COMMANDS[command].roles as readonly string[]).includes(principal.role) &&
      !(grouped && OF_THE_GROUP.includes(command)) &&
      !OF_LETTERS.includes(command) &&
      fitsNow(command, facts, principal),
  );
}

/** Whether the rules would take the command now, were its form filled well. */
export function fitsNow(command: RoutedCommand, facts: Facts, { who, role }: Pick<Principal, "who" | "role">): boolean {
  const fields = fieldsOf(command, facts, role);
  // Nothing to choose where something must be chosen.
  if (fields.some((field) => field.required && "choices" in field && field.choices.every((one) => one.open === false)))
    return false;
  const brings = BRINGS_PERSON[command];
  const body = {
    ...bodyOf(fields, wellFilled(fields, facts)),
    ...(brings === undefined ? {} : { [brings]: "preview" }),
  };
  const sealed = seal(command, body, (_kind, field) => `preview-${field}`);
  if ("rejection" in sealed) return true;
  // `seal` has checked its shape
  const asked = { id: "preview", type: command, at: facts.at, by: { who, role }, data: sealed.data } as Command;
  const decision = decide(facts.state, asked, facts.rules, facts.atHand);
  return !("rejection" in decision) || !NOT_NOW.includes(decision.rejection.code);
}

function wellFilled(fields: readonly FormField[], { today }: Facts): Typed {
  const sample = (field: FormField): string => {
    switch (field.kind) {
      case "one-of":
      case "select":
      case "many-of":
        return field.choices.find((one) => one.open !== false)?.value ?? "";
      case "date":
        return today;
      case "number":
      case "pounds":
        return "1";
      case "yes-no":
      case "tick":
        return "yes";
      case "email":
        return "preview@example.org";
      case "telephone":
        return "01632 960 001";
      case "time":
        return field.name === "endsAt" ? "16:00" : "13:30";
      case "url":
        return "https://preview.example.org";
      default:
        return field.name === "urn" ? "999999" : "preview";
    }
  };
  return Object.fromEntries(fields.map((field) => [field.name, sample(field)]));
}
