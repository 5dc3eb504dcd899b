// What waits for the hub lead to decide, and what did.

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../calendar/instants.ts';
import { INSTANT } from './columns.ts';
import type { History } from './history.ts';

@Entity('tasks')
export class TaskRow {
  @PrimaryColumn({ type: 'text' }) journey: string;
  @PrimaryColumn({ type: 'text' }) id: string;
  @Column({ type: 'text' }) about: string;
  @Column({ type: 'text', nullable: true }) commitment: string | null;
  @Column({ ...INSTANT, name: 'opened_at' }) openedAt: Instant;
  @Column({ type: 'text' }) status: string;
}

/** A journey's tasks. */
export function project({ journey, state }: History): TaskRow[] {
  if (state.status === 'none') return [];
  return state.tasks.map(({ id, about, commitment, openedAt, status }) => ({ journey, id, about, commitment, openedAt, status }));
}
