// Every read table: its entity, and how its rows follow from the history of a journey, a Work Group or a payment run.

import type { GroupHistory, History, RunHistory } from "./history.ts";
import * as commitments from "./promises/commitments.ts";
import * as dueReminders from "./reminders/due-reminders.ts";
import * as escalations from "./promises/escalations.ts";
import * as grants from "./money/grants.ts";
import * as journeys from "./journeys/journeys.ts";
import * as moves from "./journeys/moves.ts";
import * as participants from "./journeys/participants.ts";
import * as paymentRuns from "./money/payment-runs.ts";
import * as reminders from "./reminders/reminders.ts";
import * as journeyYears from "./journeys/years.ts";
import * as stays from "./journeys/stays.ts";
import * as tasks from "./promises/tasks.ts";
import * as groupSchools from "./work-groups/work-group-schools.ts";
import * as groupSessions from "./work-groups/work-group-sessions.ts";
import * as groups from "./work-groups/work-groups.ts";

/**
 * `entity`: its first key column is the id of the journey, or of the Work Group. `hears`: where its rows change by
 * these events alone (a test sees to it), they need not be made again for others.
 */
export interface ReadTable<H = History> {
  entity: new () => object;
  project: (history: H) => object[];
  hears?: ReadonlySet<string>;
}

export const READ_TABLES: readonly ReadTable[] = [
  { entity: journeys.JourneyRow, project: journeys.project },
  { entity: commitments.CommitmentRow, project: commitments.project },
  { entity: reminders.ReminderRow, project: reminders.project, hears: reminders.HEARS },
  { entity: dueReminders.DueReminderRow, project: dueReminders.project, hears: dueReminders.HEARS },
  { entity: escalations.EscalationRow, project: escalations.project, hears: escalations.HEARS },
  { entity: grants.GrantRow, project: grants.project },
  { entity: tasks.TaskRow, project: tasks.project },
  { entity: participants.ParticipantRow, project: participants.project },
  { entity: stays.StayRow, project: stays.project },
  { entity: journeyYears.JourneyYearRow, project: journeyYears.project },
  { entity: moves.MoveRow, project: moves.project },
];

export const GROUP_TABLES: readonly ReadTable<GroupHistory>[] = [
  { entity: groups.WorkGroupRow, project: groups.project },
  { entity: groupSchools.WorkGroupSchoolRow, project: groupSchools.project },
  { entity: groupSessions.WorkGroupSessionRow, project: groupSessions.project },
];

export const RUN_TABLES: readonly ReadTable<RunHistory>[] = [
  { entity: paymentRuns.PaymentRunRow, project: paymentRuns.project },
];

export const TABLES = [...READ_TABLES, ...GROUP_TABLES, ...RUN_TABLES].map((table) => table.entity);
