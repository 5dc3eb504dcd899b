// Which organisation of DfE Sign-in is which hub: a file, for a hub is led by a school or a trust that DfE Sign-in
// knows as such.
//
//   hubs:
//     great-north: ['urn:123456', 'uid:1234']
//   workGroupLeads:
//     great-north: ['urn:100007']
//   national: ['id:23F20E54-79EA-4146-8E39-18197576F023']

import { readFileSync } from "node:fs";
import { parse } from "yaml";

/**
 * The hub that an organisation leads, by its DfE Sign-in id, URN, UKPRN or UID (`urn:123456`); the hub whose Work
 * Groups people of an organisation lead (a specialist mostly works at a school that leads no hub); `national` run or
 * audit the service.
 */
export interface DfeOrganisations {
  hubs: ReadonlyMap<string, string>;
  workGroupLeads: ReadonlyMap<string, string>;
  national: ReadonlySet<string>;
}

/** No organisation is a hub. */
export const NO_ORGANISATIONS: DfeOrganisations = { hubs: new Map(), workGroupLeads: new Map(), national: new Set() };

/** The file says something else than which organisations are hubs; the message is for a person. */
export class OrganisationsFault extends Error {
  override readonly name = "OrganisationsFault";
}

const ORGANISATION = /^(id|urn|ukprn|uid):\S+$/u;

/** Reads the file that DFE_ORGANISATIONS names; none where none is named. @throws OrganisationsFault */
export function loadDfeOrganisations(file: string | undefined): DfeOrganisations {
  if (file === undefined) return NO_ORGANISATIONS;
  try {
    return readDfeOrganisations(parse(readFileSync(file, "utf8")));
  } catch (cause) {
    throw cause instanceof OrganisationsFault
      ? cause
      : new OrganisationsFault("DFE_ORGANISATIONS names a file that cannot be read.", { cause });
  }
}

/** The organisations that a file's content says. @throws OrganisationsFault */
export function readDfeOrganisations(content: unknown): DfeOrganisations {
  const { hubs, workGroupLeads, national } = (content ?? {}) as Record<string, unknown>;
  return {
    hubs: hubOf(hubs, "leads"),
    workGroupLeads: hubOf(workGroupLeads, "leads groups of"),
    national: new Set(idsOf("national", national ?? [])),
  };
}

/** From each organisation to its hub. */
function hubOf(content: unknown, does: string): Map<string, string> {
  const entries = Object.entries((content ?? {}) as Record<string, unknown>).flatMap(([hub, list]) =>
    idsOf(hub, list).map((id) => [id, hub] as const),
  );
  const twice = entries.find(([id], index) => entries.findIndex(([other]) => other === id) !== index);
  if (twice) throw new OrganisationsFault(`DFE_ORGANISATIONS: ${twice[0]} ${does} two hubs.`);
  return new Map(entries);
}

function idsOf(of: string, list: unknown): string[] {
  if (Array.isArray(list) && list.every((each): each is string => typeof each === "string" && ORGANISATION.test(each)))
    return list;
  throw new OrganisationsFault(`DFE_ORGANISATIONS: ${of} is a list of organisations such as urn:123456.`);
}
