// What can be asked of a Work Group itself. Places are asked for through the journey (OfferPlace), never here.

import type { Instant, LocalDate } from "../calendar/instants.ts";
import type { Term } from "../calendar/terms.ts";
import type { Arranging, Times } from "../journey/arranged.ts";
import type { Absence, Actor, Equivalent, TextRef } from "../journey/commands.ts";
import type { Delivery, GroupChoice, SessionLength } from "./events.ts";

interface Because {
  reason?: TextRef;
  reasonCode?: string;
}
interface Led {
  lead: string;
  leadRole: string;
  secondYearDone?: boolean;
}

/** One school at a session: who of it was there or late, and why others were not (a code for each). */
export interface SchoolRegister {
  journey: string;
  present: string[];
  absent?: Absence[];
  headteacher?: boolean;
  late?: string[];
}

export interface CommandData {
  /**
   * `places`: fewer than the page allows; or how many, where no page says. Sessions that are not named are on the days
   * of the prospectus.
   */
  FormWorkGroup: Because &
    Led & {
      hub: string;
      prospectus: string;
      /** Other programmes of its year that it holds as well; `special`: all its schools are special schools. */
      also?: string[];
      special?: boolean;
      places?: number;
      sessions?: (Arranging & { session: string; on: LocalDate; length?: SessionLength })[];
    };
  ChangeLead: Because & Led;
  ScheduleSession: Because & Arranging & { session: string; on: LocalDate; length?: SessionLength };
  /** `on`: another day; else it stays, and length, times, place or link are others. */
  MoveSession: Because & Arranging & { session: string; on?: LocalDate; length?: SessionLength };
  CancelSession: Because & { session: string };
  /** `equivalent`: what it was where it was not as the programme has it, with a reason. */
  TakeRegister: Because & { session: string; on: LocalDate; schools: SchoolRegister[]; equivalent?: Equivalent };
  BookSupportVisit: Because & Times & { journey: string; on: LocalDate; term?: Term };
  /**
   * `weeks`: by how many an extended group's sessions to come move. `until`: the last day on which its schools are not
   * chased.
   */
  AdaptDelivery: Because & { delivery: Delivery; weeks?: number; until?: LocalDate };
  DecideGroup: Because & { decision: GroupChoice; workGroup?: string };
  AssignTask: { task: string; assignee: string; dueOn?: LocalDate };
  /** `schools`: by their journeys. */
  OfferTogether: { schools: string[]; respondBy?: LocalDate };
  Tick: Record<never, never>;
  RecordEffect: { effect: number; outcome: "performed" | "stalled"; messageId?: string; code?: string };
}

export type CommandName = keyof CommandData;
export type CommandOf<N extends CommandName> = {
  id: string;
  type: N;
  at: Instant;
  by: Actor;
  data: CommandData[N];
  expected?: number;
};
export type Command = { [N in CommandName]: CommandOf<N> }[CommandName];
