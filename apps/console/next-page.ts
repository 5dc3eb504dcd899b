import { Refusal } from "../../libs/service/refusal.ts";

/**
 * Where a list goes on, as the address of its next page says it; nothing for its first one.
 * @throws Refusal `invalid` for what no list has given
 */
export function afterIn(sent: unknown, shape: RegExp): { after?: string } {
  if (typeof sent !== "string") return {};
  if (shape.test(sent)) return { after: sent };
  throw new Refusal("invalid", "There is no such page of this list: begin again with its first one.");
}
