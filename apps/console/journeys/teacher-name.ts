import type { Facts } from "../../../libs/service/journeys/journey-facts.ts";

/** What a teacher is called: by name, else by number among the school's teachers. */
export function teacherName({ names, state }: Pick<Facts, "names" | "state">, id: string): string {
  return names.get(id) ?? `Teacher ${state.participants.findIndex((one) => one.id === id) + 1}`;
}
