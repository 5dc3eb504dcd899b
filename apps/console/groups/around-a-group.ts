// What the pages of one Work Group share: the way back to it, and what came of a command when one is back.

import { slugOf } from "../../../libs/service/commands/journey-commands.ts";
import type { GroupFacts } from "../../../libs/service/work-groups/group-facts.ts";
import type { GroupAnswer } from "../../../libs/service/work-groups/work-groups.ts";
import type { Around } from "../page.ts";
import { low } from "../words.ts";
import type { GroupAction } from "./group-actions.ts";

/** The way back from a page to its group. */
export const backTo = ({ group }: Pick<GroupFacts, "group">): Around => ({
  back: { href: `/groups/${group.id}`, words: `Back to ${group.name}` },
});

/** Where one goes once a command is done: the group's page, which says what it passed over. */
export const cameOf = (id: string, action: GroupAction, { skipped }: Pick<GroupAnswer, "skipped">): string =>
  [`/groups/${id}?done=${slugOf(action)}`, ...skipped.map(({ journey, why }) => `skipped=${journey}:${why}`)].join("&");

const SKIPPED = /^(\d{6}-(?:primary|secondary)):([a-z-]{1,40})$/u;

/** The schools that a command passed over, as the address says it: ids and codes alone. */
export function skippedIn(sent: unknown): { journey: string; why: string }[] {
  const each = Array.isArray(sent) ? sent : [sent];
  return each.flatMap((one: unknown) => {
    const [, journey, why] = typeof one === "string" ? (SKIPPED.exec(one) ?? []) : [];
    return journey === undefined || why === undefined
      ? []
      : [{ journey, why: why === "not-named" ? "not in the register" : low(why) }];
  });
}
