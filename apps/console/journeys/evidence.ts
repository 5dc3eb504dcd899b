// By what each promise of a year is kept: what was recorded, when and by whom, and where it came from.

import { keptBy } from "../../../libs/journey/kept-by.ts";
import { listed } from "../../../libs/journey/sentences.ts";
import type { Evidence, StageYear } from "../../../libs/journey/stage-year.ts";
import { teachersOf } from "../../../libs/journey/teachers.ts";
import type { EventOf, Recorded } from "../../../libs/journey/events.ts";
import type { Role } from "../../../libs/service/access/principal.ts";
import type { Facts } from "../../../libs/service/journeys/journey-facts.ts";
import { day, low } from "../words.ts";
import { doneBy, historyOf } from "./history-page.ts";
import { teacherName } from "./teacher-name.ts";
import { eventOf, registerOf, yearShown } from "./year-records.ts";

/** One record: what it says, below that when it was written down and by whom, and the way to it. */
export interface EvidenceView {
  says: string;
  recorded: string;
  from: { words: string; href: string };
}

type Row = Facts["journey"]["commitments"][number];

/** What is recorded for a promise of the year that is shown, for who looks. */
export function evidenceOf(
  facts: Facts,
  { code, kind, yearNo }: Pick<Row, "code" | "kind" | "yearNo">,
  role: Role,
): EvidenceView[] {
  const year = yearShown(facts);
  const promise = year?.commitments.find((one) => one.code === code);
  if (year === null || promise === undefined || yearNo !== stageNo(facts)) return [];
  const shown = (event: Recorded, says: string): EvidenceView => viewOf(facts, event, says, role);
  if (kind === "teachers") return namedFor(facts, year).map((event) => shown(event, namedAs(facts, event)));
  const records = keptBy(year, promise).flatMap((one) => {
    const event = eventOf(facts, one.seq);
    return event === null ? [] : [shown(event, sayOf(facts, one))];
  });
  return [
    ...records,
    ...cameLate(facts, year, kind).map((event) => shown(event, `Came in on ${day(event.on)}, after its year`)),
  ];
}

const stageNo = ({ journey }: Facts): number => Math.max(0, ...journey.commitments.map(({ yearNo }) => yearNo));

function viewOf(facts: Facts, event: Recorded, says: string, role: Role): EvidenceView {
  const register = registerOf(facts, event, role);
  const by = doneBy(facts.doers.get(event.seq), role === "school-contact", event.type);
  return {
    says,
    recorded: `Recorded on ${day(event.at)} by ${by}`,
    from:
      register === null
        ? { words: "In what happened", href: historyOf(facts.journey.id, event) }
        : { words: "The register", href: register },
  };
}

function sayOf(facts: Facts, one: Evidence): string {
  switch (one.kind) {
    case "attendance":
      return `${one.catchUp ? "Made up on" : "Register of"} ${day(one.on)}: ${thereAt(one)}`;
    case "visit":
      return `Visit on ${day(one.on)}, ${inHalves(one.halfDays)}${one.headteacher ? ", with the headteacher" : ""}`;
    case "release-days":
      return `${inDays(one.days)} for ${teacherName(facts, one.participant)}, to ${day(one.on)}`;
    case "gap-task":
    case "evaluation":
      return `Done on ${day(one.on)}`;
    case "action-plan":
      return `Agreed on ${day(one.on)}`;
    case "report":
      return `Came in on ${day(one.on)}`;
    case "theme":
      return `Chosen on ${day(one.on)}: ${low(one.theme)}`;
    default:
      return one satisfies never;
  }
}

const inDays = (days: number): string => (days === 1 ? "1 day" : `${days} days`);
const inHalves = (halfDays: number): string => (halfDays === 1 ? "a half-day" : `${halfDays} half-days`);

function thereAt({ present, headteacher }: Extract<Evidence, { kind: "attendance" }>): string {
  const teachers = present.length === 0 ? [] : [`${present.length} ${present.length === 1 ? "teacher" : "teachers"}`];
  const there = [...teachers, ...(headteacher ? ["the headteacher"] : [])];
  return there.length === 0 ? "nobody of the school was there" : `${listed(there)} there`;
}

type Naming = Extract<Recorded, EventOf<"ParticipantNominated" | "ParticipantReplaced">>;

const personIn = (event: Naming): string => (event.type === "ParticipantReplaced" ? event.by : event.participant);
const namedAs = (facts: Facts, event: Naming): string => `${teacherName(facts, personIn(event))}, ${low(event.role)}`;

/** By which events those who take part in the year were named: the last of each. */
function namedFor({ events, state }: Facts, year: StageYear): Naming[] {
  return teachersOf(year, state.participants).flatMap(({ id }) => {
    const named = events.findLast(
      (one): one is Naming =>
        (one.type === "ParticipantNominated" || one.type === "ParticipantReplaced") && personIn(one) === id,
    );
    return named === undefined ? [] : [named];
  });
}

/** What came in for it when its year was over. */
const cameLate = ({ events }: Facts, { academicYear }: StageYear, kind: string) =>
  events.flatMap((one) =>
    one.type === "ReportCameLate" && one.what === kind && one.academicYear === academicYear ? [one] : [],
  );
