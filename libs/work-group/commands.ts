// What can be asked of a Work Group itself. Places are asked for through the journey (OfferPlace), never here.

import type { Instant, LocalDate } from '../calendar/instants.ts';
import type { Term } from '../calendar/terms.ts';
import type { Actor, TextRef } from '../journey/commands.ts';
import type { Delivery, SessionLength } from './events.ts';

interface Because { reason?: TextRef; reasonCode?: string }

/** One school at a session: who of it was there, and why others were not (a code for each). */
export interface SchoolRegister { journey: string; present: string[]; absent?: { participant: string; reasonCode?: string }[]; headteacher?: boolean }

export interface CommandData {
  FormWorkGroup: {
    hub: string; prospectus: string; lead: string; leadRole: string; secondYearDone?: boolean; places?: number;
    sessions?: { session: string; on: LocalDate; length?: SessionLength }[];
  };
  ChangeLead: Because & { lead: string; leadRole: string; secondYearDone?: boolean };
  ScheduleSession: { session: string; on: LocalDate; length?: SessionLength; where?: 'online' | 'in-person' };
  MoveSession: Because & { session: string; on: LocalDate };
  CancelSession: Because & { session: string };
  TakeRegister: { session: string; on: LocalDate; schools: SchoolRegister[] };
  BookSupportVisit: { journey: string; on: LocalDate; term?: Term };
  AdaptDelivery: Because & { delivery: Delivery };
  Tick: Record<never, never>;
  RecordEffect: { effect: number; outcome: 'performed' | 'stalled'; code?: string };
}

export type CommandName = keyof CommandData;
export type CommandOf<N extends CommandName> = { id: string; type: N; at: Instant; by: Actor; data: CommandData[N]; expected?: number };
export type Command = { [N in CommandName]: CommandOf<N> }[CommandName];
