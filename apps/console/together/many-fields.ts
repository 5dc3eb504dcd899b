// The form of what is done for many schools: the fields of its command that are alike for all of them, with what the
// first of them that it fits has to choose from.

import type { ManyCommand } from "../../../libs/service/journeys/many-schools.ts";
import type { Role } from "../../../libs/service/access/principal.ts";
import type { Facts } from "../../../libs/service/journeys/journey-facts.ts";
import type { Choice, FormField } from "../form-fields.ts";
import { fieldsOf } from "../journeys/action-fields.ts";

/** What each is called where it is chosen, and once it is about several schools. */
export const MANY_WORDS: Readonly<Record<ManyCommand, { words: string; asks: readonly string[] }>> = {
  OfferPlace: { words: "Offer a place", asks: ["workGroup", "respondBy"] },
  PlaceInWorkGroup: { words: "Place in the Work Group that was offered", asks: [] },
  CompleteGapTask: { words: "Say that a task between sessions is done", asks: ["commitment", "on", "reason"] },
  AgreeActionPlan: { words: "Say that the action plan is agreed", asks: ["on", "reason"] },
  SubmitReport: { words: "Say that the report was handed in", asks: ["on", "reason"] },
  CompleteEvaluation: { words: "Say that the evaluation is done", asks: ["on", "reason"] },
  RescheduleCommitment: { words: "Agree a new date", asks: ["commitment", "dueOn", "reason"] },
  WaiveCommitment: { words: "Let off a commitment", asks: ["commitment", "reason"] },
  ConfirmReadiness: { words: "Decide whether they are Mastery Ready", asks: ["ready", "reason"] },
  ConfirmCompletion: { words: "Decide whether they have completed their year", asks: ["completed", "reason"] },
  InviteToNextStage: { words: "Invite to the next stage", asks: ["workGroup", "respondBy", "reason"] },
  ApproveGrant: { words: "Approve the grant", asks: [] },
};

/** To choose from, for a role. */
export const manyChoices = (commands: readonly ManyCommand[]): Choice[] =>
  commands.map((value) => ({ value, words: MANY_WORDS[value].words }));

/** The fields that all have alike. `facts`: of the school from which there is something to choose. */
export function manyFields(command: ManyCommand, facts: Facts, role: Role): FormField[] {
  const { asks } = MANY_WORDS[command];
  return fieldsOf(command, facts, role)
    .filter(({ name }) => asks.includes(name))
    .map((field) => (field.name === "completed" ? { ...field, kind: "yes-no", label: COMPLETED } : field) as FormField)
    .map((field) => (field.name === "ready" ? { ...field, label: READY } : field));
}

const COMPLETED = "Have they completed their year?";
const READY = "Are they Mastery Ready?";
