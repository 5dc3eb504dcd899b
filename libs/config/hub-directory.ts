// Which organisation of DfE Sign-in is which hub: a file, for a hub is led by a school or a trust that DfE Sign-in knows as such.
//
//   hubs:
//     great-north: ['urn:123456', 'uid:1234']
//   national: ['id:23F20E54-79EA-4146-8E39-18197576F023']

import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** The hub that an organisation leads, by its DfE Sign-in id, URN, UKPRN or UID (`urn:123456`); `national` run or audit the service. */
export interface HubDirectory {
  hubs: ReadonlyMap<string, string>;
  national: ReadonlySet<string>;
}

/** No organisation is a hub. */
export const EMPTY_DIRECTORY: HubDirectory = { hubs: new Map(), national: new Set() };

/** The file says something else than which organisations are hubs; the message is for a person. */
export class DirectoryFault extends Error {
  override readonly name = 'DirectoryFault';
}

const ORGANISATION = /^(id|urn|ukprn|uid):\S+$/u;

/** Reads the file that HUB_DIRECTORY names; the empty directory where none is named. @throws DirectoryFault */
export function loadHubDirectory(file: string | undefined): HubDirectory {
  if (file === undefined) return EMPTY_DIRECTORY;
  try {
    return readHubDirectory(parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw cause instanceof DirectoryFault ? cause : new DirectoryFault('HUB_DIRECTORY names a file that cannot be read.', { cause });
  }
}

/** The directory that a file's content says. @throws DirectoryFault */
export function readHubDirectory(content: unknown): HubDirectory {
  const { hubs, national } = (content ?? {}) as Record<string, unknown>;
  const entries = Object.entries((hubs ?? {}) as Record<string, unknown>).flatMap(([hub, list]) => organisations(hub, list).map((id) => [id, hub] as const));
  const twice = entries.find(([id], index) => entries.findIndex(([other]) => other === id) !== index);
  if (twice) throw new DirectoryFault(`HUB_DIRECTORY: ${twice[0]} leads two hubs.`);
  return { hubs: new Map(entries), national: new Set(organisations('national', national ?? [])) };
}

function organisations(of: string, list: unknown): string[] {
  if (Array.isArray(list) && list.every((each): each is string => typeof each === 'string' && ORGANISATION.test(each))) return list;
  throw new DirectoryFault(`HUB_DIRECTORY: ${of} is a list of organisations such as urn:123456.`);
}
