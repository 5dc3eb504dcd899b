// The columns of a file of applications: as programs name them, and in the words that people read and write.

/**
 * `heading`: in words, which a file may have in place of the name. `note`: what is in it. `example`: of the template.
 * `at`: which field of an application it is, by JSON pointer.
 */
interface ColumnWords {
  heading: string;
  note: string;
  example: string;
  at: string;
}

/**
 * In any order, under their names or under their headings; neither changes. What a programme does not ask for is
 * ignored, as in an application by itself.
 */
export const COLUMNS = {
  // No URN, so that the line is never sent as it stands.
  urn: { heading: "URN", note: "Six digits", example: "Example 100001", at: "/school/urn" },
  name: { heading: "School", note: "Its name", example: "Example Primary School", at: "/school/name" },
  phase: { heading: "Phase", note: "primary or secondary", example: "Primary", at: "/school/phase" },
  funding: { heading: "Funding", note: "state or independent", example: "State", at: "/school/funding" },
  prospectus: {
    heading: "Programme",
    note: "Its stage and academic year, such as Readiness 2026/27",
    example: "Readiness 2026/27",
    at: "/prospectus",
  },
  address: { heading: "Address", note: "Of the school", example: "1 Example Street, Exampleton", at: "/address" },
  postcode: { heading: "Postcode", note: "Of the school", example: "EX1 1EX", at: "/postcode" },
  headteacherName: {
    heading: "Headteacher",
    note: "Their name, with their email address",
    example: "Hedy Example",
    at: "/school/headteacher/name",
  },
  headteacherEmail: {
    heading: "Headteacher’s email",
    note: "With their name",
    example: "head@school.example",
    at: "/school/headteacher/email",
  },
  history: {
    heading: "Stages before",
    note: "Parted by semicolons: such as Development 2015/16; or Mastery specialist in the department; or unknown",
    example: "",
    at: "/school/history",
  },
  criteria: {
    heading: "Criteria",
    note: "Parted by semicolons: such as Poor progress or attainment; Low social mobility area",
    example: "Poor progress or attainment; Leadership support needed",
    at: "/criteria",
  },
  reasons: {
    heading: "Why the school applies",
    note: "Up to 250 words",
    example: "Results have fallen for three years, and we want to change how we teach.",
    at: "/reasons",
  },
  understandsExpectations: {
    heading: "Understands what is expected",
    note: "yes or no",
    example: "Yes",
    at: "/understandsExpectations",
  },
  seniorLeaderSupports: {
    heading: "A senior leader supports it",
    note: "yes or no",
    example: "Yes",
    at: "/seniorLeaderSupports",
  },
  contactFirstName: { heading: "First name", note: "Of who applies", example: "Grace", at: "/contact/firstName" },
  contactLastName: { heading: "Last name", note: "Of who applies", example: "Example", at: "/contact/lastName" },
  contactEmail: { heading: "Email", note: "Of who applies", example: "grace@school.example", at: "/contact/email" },
  group: {
    heading: "Wishes to be with",
    note: "URNs of schools to be placed with, parted by semicolons",
    example: "",
    at: "/group",
  },
  groupRelationship: { heading: "What binds them", note: "Such as the same trust", example: "", at: "/group" },
} as const satisfies Readonly<Record<string, ColumnWords>>;
export type Column = keyof typeof COLUMNS;

export const INDISPENSABLE: readonly Column[] = ["urn", "name", "phase", "funding", "prospectus"];

/** Whether a cell of the column `urn` is the template’s own line, which nobody applies with. */
export const isExample = (urn: string): boolean => /^example\b/iu.test(urn);

/** `Mastery specialist in the department` and `masterySpecialistDepartment` alike. */
const SPECIALIST = ["masteryspecialistdepartment", "mastery specialist in the department"];

/** A word of the rules, as they write it: `Poor progress or attainment` as `poor-progress-or-attainment`. */
export const codeOf = (words: string): string => words.toLowerCase().split(/\s+/u).join("-");

/** A programme's id: itself, or `Readiness 2026/27` with its phase. */
export function programmeOf(cell: string, phase: string): string {
  const [, stage = "", begins = "", ends = ""] = /^([a-z ]+?),? (\d{4})[/-](\d\d)$/iu.exec(cell) ?? [];
  return stage === "" ? cell : `${begins}-${ends}/${phase}-${codeOf(stage)}`;
}

/** A stage before: `Development 2015/16`, or what stands for one. */
export function pastOf(words: string): object {
  const low = words.toLowerCase();
  if (SPECIALIST.includes(low)) return { masterySpecialistDepartment: true };
  if (low === "unknown") return { unknown: true };
  const [stage, academicYear] = low.split(/\s+/u);
  return { stage, academicYear };
}
