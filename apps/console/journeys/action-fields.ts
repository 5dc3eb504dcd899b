// The form of a command: from the very fields by which it is checked, with what this journey has to choose from.

import { isSession } from "../../../libs/journey/event-words.ts";
import { takenBackBy } from "../../../libs/journey/decide/correct.ts";
import { localDate, notBefore } from "../../../libs/calendar/instants.ts";
import { TASK_DECISIONS } from "../../../libs/journey/commands.ts";
import { COMMAND_FIELDS } from "../../../libs/journey/command-fields.ts";
import type { Field } from "../../../libs/journey/field.ts";
import { currentYear } from "../../../libs/journey/state.ts";
import { choicesOf as choicesNow } from "../../../libs/journey/tasks.ts";
import { closedTheme } from "../../../libs/prospectus/theme.ts";
import { decisionsInWords } from "../../../libs/letters/words.ts";
import type { Role } from "../../../libs/service/access/principal.ts";
import { JOURNEY_COMMANDS, type RoutedCommand } from "../../../libs/service/commands/journey-commands.ts";
import type { Choice, FormField } from "../form-fields.ts";
import { day, hubInWords, inWords, programmeInWords } from "../words.ts";
import { ACTION_WORDS } from "./action-words.ts";
import type { Facts } from "../../../libs/service/journeys/journey-facts.ts";
import { lettersBack, people, person, teachers, teacherToName } from "./people-fields.ts";
import { commitmentChoice, commitmentsToChoose } from "./commitment-choices.ts";
import { lettersToHold } from "./hold-fields.ts";
import { groupsToChoose } from "./group-choices.ts";
import { extraSessions, recordFields } from "./record-fields.ts";
import { recordInWords } from "./story.ts";
import { taskInWords } from "./task-words.ts";

/**
 * What a form does not ask: codes are for programs, a grant or a reminder is the latest, who takes over is named, not
 * numbered.
 */
const NOT_ASKED: readonly string[] = ["reasonCode", "stage", "academicYear", "reminder", "by", "absent"];

const LABELS: Readonly<Record<string, string>> = {
  reason: "Why",
  on: "On which day",
  dueOn: "New date",
  participant: "Which teacher",
  person: "Whose",
  firstName: "First name",
  lastName: "Last name",
  email: "E-mail address",
  telephone: "Telephone number",
  letter: "Which letter",
  commitment: "Which commitment",
  concern: "Which concern",
  workGroup: "Work Group",
  respondBy: "Last day to answer",
  role: "Role",
  session: "Which session",
  headteacher: "The headteacher was there",
  theme: "Theme",
  task: "Task",
  academicYear: "The grant of which year",
  prospectus: "Programme",
  experienced: "An experienced teacher with substantial responsibility",
  authority: "Has the authority to lead change",
  teachers: "Who takes part in that year",
  visits: "The school wants the visits that can come with this theme",
  exception: "An exception: they are let in although the place asks for more",
  releasedForAllSessions: "Will be released for all sessions",
};

const HINTS: Readonly<Record<string, string>> = {
  respondBy: "If you leave it empty, as long as the programme says.",
  until: "If you leave it empty, until the school returns.",
  days: "Halves are allowed: 2.5",
  academicYear: "If you leave it empty, the latest.",
  workGroup: "Only groups of this programme are shown.",
  teachers: "If you leave it empty, we ask you once the year begins. Others are named then too.",
  exception: "They count as fit from then on. Say why.",
};

/**
 * Commands that bring a person with them: their name and address are left first, the command carries the id that comes
 * back.
 */
export const BRINGS_PERSON: Partial<Record<RoutedCommand, string>> = {
  NominateParticipant: "participant",
  ReplaceParticipant: "by",
};

/** The fields of a command's form. */
export function fieldsOf(command: RoutedCommand, facts: Facts, reader?: Role): FormField[] {
  const asked = Object.entries(COMMAND_FIELDS[command]).filter(
    ([name]) => (!NOT_ASKED.includes(name) || name === "academicYear") && isAsked(command, name, facts, reader),
  );
  return asked.flatMap(([name, field]) =>
    command === "NominateParticipant" && name === "participant"
      ? teacherToName(facts)
      : [
          ...fieldFor(command, name, field, facts),
          ...(command === "ReplaceParticipant" && name === "participant" ? person("The new teacher’s") : []),
        ],
  );
}

function asksFitness(prospectus: Facts["prospectus"]): boolean {
  const { mathsLeadAmongThem, experiencedAdvocateAmongThem } = prospectus?.participants ?? {};
  return mathsLeadAmongThem?.value === true || experiencedAdvocateAmongThem?.value === true;
}

/** What only some programmes and some states ask for. */
function isAsked(command: RoutedCommand, name: string, { prospectus, state }: Facts, role?: Role): boolean {
  // The latest grant is meant; where there are several they are told apart.
  if (name === "academicYear") return JOURNEY_COMMANDS[command].group === "Money" && state.grants.length > 1;
  if (name === "experienced" || name === "authority")
    return prospectus?.participants.experiencedAdvocateAmongThem.value ?? true;
  if (name === "releasedForAllSessions") return prospectus?.participants.representatives !== null;
  // Only where the place asks for something can the hub lead let in somebody who does not bring it.
  if (name === "exception" || (command === "NominateParticipant" && name === "reason"))
    return role === "hub-lead" && asksFitness(prospectus);
  // A school is placed in the group it was offered; it is for the year to come that a group is named.
  if (command === "PlaceInWorkGroup") return state.status === "participating";
  // One concern at a time is the rule; where there are several they are told apart.
  if (name === "concern") return state.concerns.filter((one) => one.status !== "resolved").length > 1;
  return !(command === "InviteToNextStage" && name === "prospectus");
}

function fieldFor(command: RoutedCommand, name: string, field: Field, facts: Facts): FormField[] {
  const { labels = {}, asks = [], withReason, hints = {} } = ACTION_WORDS[command];
  const hint = hints[name] ?? HINTS[name];
  const required = field.required || asks.includes(name) || (name === "reason" && withReason === true);
  const asked = {
    name,
    label: labels[name] ?? LABELS[name] ?? inWords(name),
    required,
    ...(hint !== undefined && { hint }),
  };
  const ofRecord = recordFields(command, name, facts);
  if (ofRecord !== null) return ofRecord;
  const choices = choicesOf(command, name, facts);
  if (choices !== null)
    return [
      {
        ...asked,
        kind: kindOfChoice(name, field),
        choices,
        ...(field.kind === "seq" && { numbers: true }),
      },
    ];
  switch (field.kind) {
    case "contact":
      return person("The headteacher’s");
    case "address":
      return [{ ...asked, kind: "email" }];
    case "telephone":
      return [{ ...asked, kind: "telephone" }];
    case "ids":
      return [{ ...asked, kind: "many-of", choices: teachers(facts) }];
    case "text":
      return [{ ...asked, kind: "words" }];
    case "date":
      return [{ ...asked, kind: "date" }];
    case "flag":
      return [{ ...asked, kind: name === "ready" ? "yes-no" : "tick" }];
    case "days":
      return [{ ...asked, kind: "number", step: 0.5, most: 200 }];
    case "count":
      return [{ ...asked, kind: "number", step: 1, most: 100 }];
    case "pence":
      return [{ ...asked, kind: "pounds" }];
    case "urn":
      return [{ ...asked, kind: "school", among: "register" }];
    case "word": {
      const words = (field.words ?? []).map((value) => ({ value, words: inWords(value) }));
      return [{ ...asked, kind: "one-of", choices: words }];
    }
    default:
      return [{ ...asked, kind: "line" }];
  }
}

function kindOfChoice(name: string, { kind }: Field): "one-of" | "select" | "many-of" {
  if (kind === "codes") return "many-of";
  return name === "role" || name === "decision" || name === "theme" ? "one-of" : "select";
}

const SAME_TEACHERS: Choice[] = [{ value: "same", words: "The same teachers as now" }];

/** What a field may be for this journey; null for a field that is typed. */
function choicesOf(command: RoutedCommand, name: string, facts: Facts): Choice[] | null {
  const { journey, state, prospectus, events } = facts;
  const year = currentYear(state);
  switch (name) {
    case "participant":
      return teachers(facts);
    case "person":
      return people(facts);
    case "letter":
      return lettersBack(facts);
    case "commitment":
      return commitmentsToChoose(command, state);
    case "session":
      return [...(year?.commitments ?? []).filter(isSession).map(commitmentChoice), ...extraSessions(command, facts)];
    case "role":
      return (prospectus?.participants.roles.value ?? []).map((role) => ({ value: role, words: inWords(role) }));
    case "decision":
      return decisions(facts);
    case "task":
      return tasksToChoose(command, facts);
    case "concern":
      return concerns(state);
    case "teachers":
      return SAME_TEACHERS;
    case "theme":
      return themes(facts);
    case "assignee":
      return facts.staff.map(({ id, name }) => ({ value: id, words: name }));
    case "workGroup":
      return groupsToChoose(command, facts);
    case "prospectus":
      return facts.rules.catalogue
        .all()
        .filter(
          (one) =>
            one.phase === state.school.phase &&
            one.academicYear === prospectus?.academicYear &&
            one.id !== prospectus.id,
        )
        .map((one) => ({ value: one.id, words: programmeInWords(one) }));
    case "academicYear":
      return [...new Set(journey.grants.map((one) => one.academicYear))].map((value) => ({ value, words: value }));
    case "hub":
      return answersToMove(facts);
    case "tells":
    case "hold":
      return lettersToHold(name, state);
    case "event":
      return events
        .filter((one) => takenBackBy(state, "service").includes(one.seq))
        .map((one) => ({ value: String(one.seq), words: recordInWords(one, facts.called) }));
    default:
      return null;
  }
}

/** Where another hub asks for the school there are two answers; else a hub is named. */
function answersToMove({ state: { move, hub } }: Facts): Choice[] | null {
  if (move === null) return null;
  return [
    { value: move.to, words: `It goes to ${hubInWords(move.to)}` },
    { value: hub, words: `It stays with ${hubInWords(hub)}` },
  ];
}

function concerns({ concerns: raised }: Facts["state"]): Choice[] {
  return raised
    .filter((one) => one.status !== "resolved")
    .map((one, index) => ({
      value: one.id,
      words:
        `Concern ${index + 1}${one.commitment === null ? "" : ` (${inWords(one.commitment)})`}, ` +
        `${inWords(one.status).toLowerCase()}`,
    }));
}

/** The open tasks; of those that somebody decides on, the ones that leave a choice. */
function tasksToChoose(command: RoutedCommand, { state, rules, at }: Facts): Choice[] {
  const when = notBefore(state, at);
  return state.tasks
    .filter((one) => one.status === "open")
    .filter((one) => command === "AssignTask" || choicesNow(state, one, rules, when).length > 0)
    .map((one) => ({
      value: one.id,
      words: `${taskInWords(one.about, one.commitment)}, since ${day(one.openedAt)}`,
    }));
}

function decisions({ state, rules, at }: Facts): Choice[] {
  const when = notBefore(state, at);
  const taken = state.tasks
    .filter((one) => one.status === "open")
    .flatMap((one) => choicesNow(state, one, rules, when));
  return TASK_DECISIONS.map((one) => ({
    value: one,
    words: decisionsInWords([one])[0] ?? one,
    ...(!taken.includes(one) && { open: false, hint: "Cannot be taken now" }),
  }));
}

function themes({ state, rules, at }: Facts): Choice[] {
  const ids =
    state.status === "accepted"
      ? [state.application.prospectus]
      : state.status === "participating"
        ? [state.year?.prospectus, state.next?.prospectus]
        : [];
  for (const id of ids) {
    const found = id === undefined ? null : rules.catalogue.get(id);
    if (found?.themes)
      return found.themes.value.map((theme): Choice => {
        const closed = closedTheme(theme, found.academicYear, rules.calendar, localDate(at));
        const hint = closed === null ? {} : { open: false, hint: closed };
        return { value: theme.code, words: theme.text, ...hint };
      });
  }
  return [];
}
