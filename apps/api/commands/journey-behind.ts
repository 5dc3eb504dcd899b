import type { DataSource } from 'typeorm';
import { findJourneys } from '../../../libs/views/read.ts';
import { Problem } from '../http/problem.ts';

const ID = /^(\d{6})-(primary|secondary)$/u;

/**
 * The id of the journey that is meant by `id`: its own, or one made of the URN of a successor or predecessor school.
 * @throws Problem `not-found`
 */
export async function journeyBehind(source: DataSource, id: string): Promise<string> {
  const [, urn, phase] = ID.exec(id) ?? [];
  if (urn === undefined || phase === undefined) throw noJourney();
  const { items } = await findJourneys(source, { urn, phase, limit: 10 });
  const meant = items.find((journey) => journey.id === id) ?? items.find((journey) => journey.urn === urn) ?? items[0];
  if (!meant) throw noJourney();
  return meant.id;
}

/** There is no such journey. */
export function noJourney(): Problem {
  return new Problem('not-found', 'There is no journey with this id. POST /api/v1/applications begins one.');
}
