// Who there is in a demonstration: two hubs with their staff, and their schools, each with what becomes of it.

import type { Phase, Stage } from "../../libs/prospectus/prospectus.ts";
import { FATES_OF_COHORTS, type Fate, type Size } from "./cohorts.ts";
import { generator } from "./generator.ts";
import { asDomain, drawn, personAt, schoolName, type Chance, type MadeUp } from "./names.ts";

/** How a school keeps its promises. */
export type Character = "keen" | "busy" | "silent";

export interface DemoSchool {
  urn: string;
  name: string;
  phase: Phase;
  special: boolean;
  la: string;
  laName: string;
  trust: { code: string; name: string } | null;
  street: string;
  town: string;
  postcode: string;
  head: MadeUp;
  applicant: MadeUp;
  teachers: readonly MadeUp[];
  character: Character;
  fate: Fate;
  /** Its cohort's first stage-year, and in which of the cohort's groups it is to be. */
  year: string;
  stage: Stage;
  group: number;
  /** Its place in its cohort, from 0. */
  index: number;
}

export interface DemoHub {
  code: string;
  name: string;
  staff: Readonly<Record<"hub-lead" | "hub-coordinator" | "finance-officer", MadeUp>>;
  /** Leads of Work Groups; each leads those of one stage and phase. */
  leads: readonly Lead[];
  schools: readonly DemoSchool[];
}

export interface Lead extends MadeUp {
  id: string;
  stages: readonly `${Phase}-${Stage}`[];
}

interface Place {
  code: string;
  name: string;
  las: readonly [LocalAuthority, ...LocalAuthority[]];
  trust: { code: string; name: string };
}
type LocalAuthority = readonly [code: string, name: string, postcode: string];

const HUBS: readonly [Place, Place] = [
  {
    code: "great-north",
    name: "Great North",
    las: [
      ["390", "Gateshead", "ZZ8"],
      ["391", "Newcastle upon Tyne", "ZZ1"],
      ["392", "North Tyneside", "ZZ28"],
      ["929", "Northumberland", "ZZ61"],
    ],
    trust: { code: "90001", name: "Lanternhill Learning Trust" },
  },
  {
    code: "east-midlands-south",
    name: "East Midlands South",
    las: [
      ["855", "Leicestershire", "ZZ9"],
      ["856", "Leicester", "ZZ2"],
      ["857", "Rutland", "ZZ15"],
    ],
    trust: { code: "90002", name: "Three Counties Schools Trust" },
  },
];

const STAGES_LED: readonly (readonly `${Phase}-${Stage}`[])[] = [
  ["primary-readiness"],
  ["primary-development"],
  ["primary-embedding", "primary-sustaining"],
  ["secondary-development"],
  ["secondary-embedding", "secondary-sustaining"],
];
const STREETS = ["Church Lane", "School Road", "Station Road", "Mill Lane", "The Green", "Park View", "High Street"];
/** Beyond the URNs that the Department has given. */
const FIRST_URN = 900_101;

/** The whole cast of a size, the same from the same seed. */
export function castOf(size: Size, seed: number): DemoHub[] {
  const chance = generator(seed);
  const taken = new Set<string>();
  let urn = FIRST_URN;
  return HUBS.map((place, which) => {
    const domain = `${place.code}.hub.example`;
    const staff = {
      "hub-lead": personAt(chance, domain),
      "hub-coordinator": personAt(chance, domain),
      "finance-officer": personAt(chance, domain),
    };
    const leads = STAGES_LED.map((stages, index) => ({
      ...personAt(chance, domain),
      id: index === 0 ? `work-group-lead.${place.code}` : `work-group-lead-${index + 1}.${place.code}`,
      stages,
    }));
    const schools = FATES_OF_COHORTS[size].flatMap(({ year, stage, phase, groupOf, special, fates, only }) =>
      only !== undefined && only !== which
        ? []
        : fates.map((fate, index) => {
            const kind = special ? "special" : phase;
            const school = schoolOf(chance, { place, taken, kind, urn: String(urn), index });
            urn += 1;
            const group = Math.floor(index / groupOf);
            return { ...school, phase, character: characterOf(fate, chance), fate, year, stage, group, index };
          }),
    );
    return { code: place.code, name: place.name, staff, leads, schools };
  });
}

function characterOf(fate: Fate, chance: Chance): Character {
  if (fate === "silent" || fate === "not-ready") return "silent";
  // Nothing else is to keep its fate from being seen.
  if (fate !== "goes-on") return "keen";
  return chance() < 0.65 ? "keen" : "busy";
}

/** What becomes of their grant is to be seen, so they come to what it depends on. */
export const TO_BE_PAID: ReadonlySet<Fate> = new Set(["withheld", "claws-back", "recovers", "unpaid", "paid-late"]);

type Kind = "primary" | "secondary" | "special";

function schoolOf(
  chance: Chance,
  { place, taken, kind, urn, index }: { place: Place; taken: Set<string>; kind: Kind; urn: string; index: number },
): Omit<DemoSchool, "phase" | "character" | "fate" | "year" | "stage" | "group" | "index"> {
  const { town, name } = schoolName(chance, kind, taken);
  const [la, laName, postcode] = drawn(chance, place.las);
  const domain = asDomain(name);
  // A trust has several schools, of several cohorts.
  const trust = index % 4 === 1 && kind !== "special" ? place.trust : null;
  return {
    urn,
    name,
    special: kind === "special",
    la,
    laName,
    trust,
    street: `${1 + Math.floor(chance() * 90)} ${drawn(chance, STREETS as [string, ...string[]])}`,
    town,
    postcode: `${postcode} ${1 + Math.floor(chance() * 9)}AA`,
    head: personAt(chance, domain),
    applicant: personAt(chance, domain),
    teachers: [personAt(chance, domain), personAt(chance, domain), personAt(chance, domain)],
  };
}
