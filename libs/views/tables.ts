// Every read table: its entity, and how its rows follow from a journey's history.

import type { History } from './history.ts';
import * as commitments from './commitments.ts';
import * as escalations from './escalations.ts';
import * as grants from './grants.ts';
import * as journeys from './journeys.ts';
import * as participants from './participants.ts';
import * as reminders from './reminders.ts';
import * as tasks from './tasks.ts';

/** `entity`: its first key column is the journey's id. */
export interface ReadTable { entity: new () => object; project: (history: History) => object[] }

export const READ_TABLES: readonly ReadTable[] = [
  { entity: journeys.JourneyRow, project: journeys.project },
  { entity: commitments.CommitmentRow, project: commitments.project },
  { entity: reminders.ReminderRow, project: reminders.project },
  { entity: escalations.EscalationRow, project: escalations.project },
  { entity: grants.GrantRow, project: grants.project },
  { entity: tasks.TaskRow, project: tasks.project },
  { entity: participants.ParticipantRow, project: participants.project },
];

export const TABLES = READ_TABLES.map((table) => table.entity);
