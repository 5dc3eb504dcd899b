// What has just changed: the letter that tells it, to those who hear of it.

import { fold } from "../journey/evolve.ts";
import type { EventOf, Recorded } from "../journey/events.ts";
import { leftBy, newsTo } from "../journey/news.ts";
import { OF_ANSWERS } from "./of-answers.ts";
import { OF_COURSE } from "./of-course.ts";
import { OF_HELP } from "./of-help.ts";
import { OF_MONEY } from "./of-money.ts";
import { OF_TEACHERS } from "./of-placement.ts";
import { OF_SESSIONS } from "./of-sessions.ts";
import type { Beside, Notice, TellsOf, Told } from "./told.ts";

const OF = { ...OF_SESSIONS, ...OF_COURSE, ...OF_HELP, ...OF_ANSWERS, ...OF_MONEY, ...OF_TEACHERS };

/** The events of which people are told at once, and that have no other letter. */
export type News = keyof typeof OF;

/** Is an event one of those? */
export const isNews = (told: Told): told is Told & { event: Recorded<EventOf<News>> } =>
  Object.hasOwn(OF, told.event.type);

/** What has changed, as things stand now; null where nobody hears of it, or the journey has gone on. */
export function newsNotice(told: Told & { event: Recorded<EventOf<News>> }, beside: Beside): Notice | null {
  const { to, left } = toWhom(told);
  if (to.length === 0 && (told.toLeft !== true || left.length === 0)) return null;
  // The table holds for each type what is said of that very type; TypeScript cannot see that through a union.
  const notice = (OF[told.event.type] as unknown as TellsOf<News>)(told, beside);
  return notice && { to, ...(told.toLeft === true && { to: [], left }), ...notice };
}

/** Whom it concerned when it happened: what has followed from it since changes that no more. */
function toWhom({ event, events }: Pick<Told, "event" | "events">) {
  const then = fold(events.filter(({ seq }) => seq <= event.seq));
  if (then.status === "none") return { to: [], left: [] };
  return { to: newsTo(event, then), left: leftBy(event, then) };
}
