// Every migration, oldest first. Expand, then contract: a release may add what the one before it does not know, and
// drops only what no release in use reads. A class name ends in 1700000000000 plus the file's number (TypeORM orders by
// it).

import { Spine1700000000001 } from "./0001-spine.ts";
import { Effects1700000000002 } from "./0002-effects.ts";
import { SchoolLa1700000000003 } from "./0003-school-la.ts";
import { Windows1700000000004 } from "./0004-windows.ts";
import { Register1700000000005 } from "./0005-register.ts";
import { WorkGroups1700000000006 } from "./0006-work-groups.ts";
import { PeopleKeys1700000000010 } from "./0010-people-keys.ts";
import { PeopleSealed1700000000011 } from "./0011-people-sealed.ts";
import { Lists1700000000012 } from "./0012-lists.ts";
import { WaitingTogether1700000000013 } from "./0013-waiting-together.ts";
import { Turns1700000000014 } from "./0014-turns.ts";
import { HubSince1700000000015 } from "./0015-hub-since.ts";
import { PaymentRuns1700000000020 } from "./0020-payment-runs.ts";
import { Budgets1700000000021 } from "./0021-budgets.ts";
import { TasksAssigned1700000000025 } from "./0025-tasks-assigned.ts";
import { DueReminders1700000000026 } from "./0026-due-reminders.ts";
import { Webhooks1700000000030 } from "./0030-webhooks.ts";
import { CalendarLinks1700000000035 } from "./0035-calendar-links.ts";
import { TurnEvents1700000000040 } from "./0040-turn-events.ts";
import { CommandsInFull1700000000042 } from "./0042-commands-in-full.ts";
import { EventHub1700000000044 } from "./0044-event-hub.ts";
import { JourneyStays1700000000045 } from "./0045-journey-stays.ts";
import { Moves1700000000046 } from "./0046-moves.ts";
import { PeopleBelong1700000000047 } from "./0047-people-belong.ts";
import { PeopleCorrected1700000000048 } from "./0048-people-corrected.ts";
import { LinksAndRedactions1700000000049 } from "./0049-links-and-redactions.ts";
import { Sessions1700000000050 } from "./0050-sessions.ts";
import { SecurityEvents1700000000051 } from "./0051-security-events.ts";
import { HubFigures1700000000063 } from "./0063-hub-figures.ts";
import { SessionPlaces1700000000065 } from "./0065-session-places.ts";
import { HubMornings1700000000071 } from "./0071-hub-mornings.ts";
import { SentLetters1700000000067 } from "./0067-sent-letters.ts";
import { Searched1700000000053 } from "./0053-searched.ts";
import { Teachers1700000000055 } from "./0055-teachers.ts";
import { MixedGroups1700000000061 } from "./0061-mixed-groups.ts";
import { Drafts1700000000059 } from "./0059-drafts.ts";
import { PaymentsThatComeBack1700000000056 } from "./0056-payments-that-come-back.ts";
import { AnswerLinks1700000000069 } from "./0069-answer-links.ts";
import { HubLetters1700000000073 } from "./0073-hub-letters.ts";
import { SchoolSupport1700000000085 } from "./0085-school-support.ts";
import { GroupNames1700000000090 } from "./0090-group-names.ts";
import { LeadNews1700000000086 } from "./0086-lead-news.ts";
import { Found1700000000088 } from "./0088-found.ts";
import { JourneyYears1700000000094 } from "./0094-journey-years.ts";
import { KeepRound1700000000095 } from "./0095-keep-round.ts";
import { LeasesEnd1700000000096 } from "./0096-leases-end.ts";
import { Watched1700000000097 } from "./0097-watched.ts";
import { Home1700000000098 } from "./0098-home.ts";
import { JourneyNotes1700000000099 } from "./0099-journey-notes.ts";
import { NotesChanged1700000000100 } from "./0100-notes-changed.ts";
import { TasksGiven1700000000087 } from "./0087-tasks-given.ts";

export const MIGRATIONS = [
  Spine1700000000001,
  Effects1700000000002,
  SchoolLa1700000000003,
  Windows1700000000004,
  Register1700000000005,
  WorkGroups1700000000006,
  PeopleKeys1700000000010,
  PeopleSealed1700000000011,
  Lists1700000000012,
  WaitingTogether1700000000013,
  Turns1700000000014,
  HubSince1700000000015,
  PaymentRuns1700000000020,
  Budgets1700000000021,
  TasksAssigned1700000000025,
  DueReminders1700000000026,
  Webhooks1700000000030,
  CalendarLinks1700000000035,
  TurnEvents1700000000040,
  CommandsInFull1700000000042,
  EventHub1700000000044,
  JourneyStays1700000000045,
  Moves1700000000046,
  PeopleBelong1700000000047,
  PeopleCorrected1700000000048,
  LinksAndRedactions1700000000049,
  Sessions1700000000050,
  SecurityEvents1700000000051,
  Searched1700000000053,
  Teachers1700000000055,
  PaymentsThatComeBack1700000000056,
  Drafts1700000000059,
  MixedGroups1700000000061,
  HubFigures1700000000063,
  SessionPlaces1700000000065,
  SentLetters1700000000067,
  AnswerLinks1700000000069,
  HubMornings1700000000071,
  HubLetters1700000000073,
  SchoolSupport1700000000085,
  LeadNews1700000000086,
  TasksGiven1700000000087,
  Found1700000000088,
  GroupNames1700000000090,
  JourneyYears1700000000094,
  KeepRound1700000000095,
  LeasesEnd1700000000096,
  Watched1700000000097,
  Home1700000000098,
  JourneyNotes1700000000099,
  NotesChanged1700000000100,
];

/** Refuses while rows are in the form it takes away: `migrate` has them brought to the new one just before. */
export const CONTRACT = PeopleSealed1700000000011;
