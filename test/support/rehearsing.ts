// Rehearsals for tests: a file as people write it, run on the catalogue of this repository.

import { parse } from "yaml";
import { ENGLAND, type SchoolCalendar } from "../../libs/calendar/terms.ts";
import { lazyCatalogue } from "../../libs/config/load-catalogue.ts";
import { calendarText } from "../../libs/rehearsal/calendar-text.ts";
import { readRehearsal } from "../../libs/rehearsal/file.ts";
import { reportOf, type Report } from "../../libs/rehearsal/report.ts";
import { rehearse, type Rehearsed } from "../../libs/rehearsal/run.ts";

const CATALOGUE = lazyCatalogue();

/** An exemplary primary school and an attentive hub, from Mastery Readiness in 2020/21 on for four years. */
export const EXEMPLARY = {
  prospectus: "2020-21/primary-readiness",
  school: {
    urn: 100001,
    name: "Example Primary School",
    phase: "primary",
    funding: "state",
    headteacher: true,
    history: [] as object[],
  },
  start: "2020-06-01",
  until: "2024-08-31",
  behaviour: "exemplary",
  hub: "attentive",
};

/** A form as it should be filled in for Mastery Readiness. */
export const FORM = {
  criteria: ["poor-progress-or-attainment"],
  reasons: "Our results in maths have fallen.",
  understandsExpectations: true,
  contact: { firstName: "Ada", lastName: "Example", email: "ada@example.org" },
};

type Content = Record<string, unknown>;

/** The exemplary rehearsal but for `changes`; `script` in YAML, a line an entry: `- {at: 2021-01-01, command: …}`. */
export function rehearsalOf(changes: Content = {}, script = ""): Content {
  return { ...EXEMPLARY, ...changes, script: parse(script) };
}

/** Every fault of a file, as `path: fault`. */
export function faultsIn(content: unknown): string[] {
  const read = readRehearsal(content, CATALOGUE);
  return "faults" in read ? read.faults.map(({ path, fault }) => `${path}: ${fault}`) : [];
}

/** What comes of a rehearsal, by the school days of `calendar`. Throws where the file has a fault. */
export function outcomeOf(
  content: unknown,
  calendar: SchoolCalendar = ENGLAND,
): { report: Report; text: string; events: Rehearsed["events"]; letters: Rehearsed["letters"] } {
  const read = readRehearsal(content, CATALOGUE);
  if ("faults" in read) throw new Error(faultsIn(content).join("\n"));
  const rehearsed = rehearse(read.rehearsal, { catalogue: read.catalogue, calendar });
  const report = reportOf(rehearsed);
  return {
    report,
    text: calendarText(read.rehearsal, rehearsed, report),
    events: rehearsed.events,
    letters: rehearsed.letters,
  };
}

/** The report of the exemplary rehearsal but for `changes` and a `script` in YAML. */
export function reportWith(changes: Content = {}, script = ""): Report {
  return outcomeOf(rehearsalOf(changes, script)).report;
}

/** `readiness 2020/21 completed` for each stage-year begun. */
export function stagesIn({ stages }: Report): string[] {
  return stages.map(({ stage, academicYear, outcome }) => `${stage} ${academicYear} ${outcome}`);
}

/** `SubmitApplication window-closed` for each command turned down. */
export function refusalsIn({ rejections }: Report): string[] {
  return rejections.map(({ command, code }) => `${command} ${code}`);
}

/** The types of a report's events of these types, with the day of each in UTC: `OfferAccepted 2020-06-08`. */
export function happened({ events }: Report, ...types: string[]): string[] {
  return events.filter(({ type }) => types.includes(type)).map(({ type, at }) => `${type} ${at.slice(0, 10)}`);
}

/** The status of one commitment of an academic year. */
export function statusOf({ commitments }: Report, academicYear: string, code: string): string | undefined {
  return commitments.find((one) => one.academicYear === academicYear && one.code === code)?.status;
}
