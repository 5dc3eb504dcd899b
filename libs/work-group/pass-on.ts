// What a Work Group's command asks of each school in it: the journey's own commands of the same name.

import { notBefore } from "../calendar/instants.ts";
import { arrangingOf, timesOf } from "../journey/arranged.ts";
import type { Command as JourneyCommand, CommandData as JourneyData } from "../journey/commands.ts";
import { currentYear, type Journey } from "../journey/state.ts";
import type { Command } from "./commands.ts";
import type { GroupEvent } from "./events.ts";

type Name =
  | "ChangeLead"
  | "ScheduleSession"
  | "MoveSession"
  | "CancelSession"
  | "TakeRegister"
  | "BookSupportVisit"
  | "AdaptDelivery";
export type PassedOn = { [N in Name]: { type: N; data: JourneyData[N] } }[Name];

/** The group has looked whether its schools have school that day; here it is the group's day. */
const OF_THE_GROUP = { reasonCode: "of-the-group" };

/**
 * What is asked of the school `journey`, in order; nothing where it does not concern it: another school's visit, a date
 * before its year in the group has begun (it takes up the group's dates then). `events`: what the group decided on the
 * command.
 */
export function passOn(
  id: string,
  command: Command,
  events: readonly GroupEvent[],
  journey: string,
  state: Journey,
): PassedOn[] {
  const inYear = currentYear(state)?.workGroup === id;
  switch (command.type) {
    case "ScheduleSession":
      return inYear
        ? heldOf(events).map(({ session, on, held }) => ({
            type: "ScheduleSession",
            data: { session, on, ...held, ...OF_THE_GROUP },
          }))
        : [];
    case "MoveSession": {
      // Where the day stays, a school that has a day of its own keeps it.
      const { on, reason, reasonCode } = command.data;
      return inYear
        ? heldOf(events).map(({ session, held }) => ({
            type: "MoveSession",
            data: { session, ...(on !== undefined && { on }), ...held, reason, reasonCode },
          }))
        : [];
    }
    case "CancelSession":
      return inYear ? [{ type: "CancelSession", data: command.data }] : [];
    case "ChangeLead": {
      const { lead, reason, reasonCode } = command.data;
      return [{ type: "ChangeLead", data: { lead, reason, reasonCode } }];
    }
    case "TakeRegister":
      return registerOf(command, journey);
    case "BookSupportVisit": {
      const { on, term } = command.data;
      const data = { on, ...timesOf(command.data), ...(term && { commitment: `support-visit-${term}` }) };
      return command.data.journey === journey ? [{ type: "BookSupportVisit", data: { ...data, ...OF_THE_GROUP } }] : [];
    }
    case "AdaptDelivery": {
      const { delivery, reason, reasonCode } = command.data;
      const moved = (inYear ? heldOf(events) : []).map(({ session, on, held }): PassedOn => {
        return { type: "MoveSession", data: { session, on, ...held, reason, reasonCode } };
      });
      const { until } = events.find((event) => event.type === "DeliveryAdapted") ?? {};
      return [{ type: "AdaptDelivery", data: { delivery, ...(until && { until }), reason, reasonCode } }, ...moved];
    }
    case "FormWorkGroup":
    case "DecideGroup":
    case "AssignTask":
    case "OfferTogether":
    case "Tick":
    case "RecordEffect":
      return [];
    default:
      return command satisfies never;
  }
}

/** The sessions that got a day, times or a place, each with all that is known of it. */
function heldOf(events: readonly GroupEvent[]) {
  return events.flatMap((event) =>
    event.type === "SessionScheduled" || event.type === "SessionMoved"
      ? [{ session: event.session, on: event.on, held: arrangingOf(event) }]
      : [],
  );
}

/** What the register says of one school; nothing where it does not name it. */
function registerOf({ data }: Extract<Command, { type: "TakeRegister" }>, journey: string): PassedOn[] {
  const { schools, ...of } = data;
  const named = schools.find((one) => one.journey === journey);
  if (!named) return [];
  const { journey: _named, ...school } = named;
  return [{ type: "TakeRegister", data: { ...of, ...school } }];
}

/** Does a command concern the schools that are in its group? */
export function isPassedOn(command: Command): boolean {
  return (
    command.type !== "FormWorkGroup" &&
    command.type !== "DecideGroup" &&
    command.type !== "AssignTask" &&
    command.type !== "OfferTogether" &&
    command.type !== "Tick" &&
    command.type !== "RecordEffect"
  );
}

/**
 * The journey's command, as it is decided on that journey, which stands at `state`: its id is made of the
 * group's.
 */
export function commandFor({ id, at, by }: Command, journey: string, asked: PassedOn, state: Journey): JourneyCommand {
  return { id: `${id}/${journey}`, at: notBefore(state, at), by, ...asked };
}
