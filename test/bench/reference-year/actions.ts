// What a history costs: its events, and the billable actions of Temporal Cloud.
// Counted as docs.temporal.io/cloud/actions has it (read November 2026):
// a start (by a client or by continue-as-new), an Update that was accepted, a signal, a timer started, an upsert of
// search
// attributes, every attempt of an activity: one each; a child workflow: two; all markers of one workflow task (its
// local
//   activities) together: one. Completions, timers that fire, workflow tasks and queries of ours: none.

import type { History } from "../../workflows/histories.ts";

type Event = NonNullable<History["events"]>[number];

/** Counts by what was done; `actions` is their sum. */
export interface Cost {
  runs: number;
  events: number;
  actions: number;
  by: {
    starts: number;
    updates: number;
    signals: number;
    timers: number;
    activities: number;
    localActivities: number;
    searchAttributes: number;
  };
}

/** What the runs of one workflow cost together. */
export function costOf(runs: readonly History[]): Cost {
  const events = runs.flatMap((run) => run.events ?? []);
  const count = (test: (event: Event) => unknown): number => events.filter(test).length;
  const by = {
    starts:
      count((event) => event.workflowExecutionStartedEventAttributes) +
      2 * count((event) => event.startChildWorkflowExecutionInitiatedEventAttributes),
    updates: count((event) => event.workflowExecutionUpdateAcceptedEventAttributes),
    signals: count((event) => event.workflowExecutionSignaledEventAttributes),
    timers: count((event) => event.timerStartedEventAttributes),
    activities: events.reduce((sum, event) => sum + (event.activityTaskStartedEventAttributes?.attempt ?? 0), 0),
    localActivities: runs.reduce((sum, run) => sum + tasksWithMarkers(run), 0),
    searchAttributes: count((event) => event.upsertWorkflowSearchAttributesEventAttributes),
  };
  return {
    runs: runs.length,
    events: events.length,
    actions: Object.values(by).reduce((sum, one) => sum + one, 0),
    by,
  };
}

function tasksWithMarkers(run: History): number {
  const markers = (run.events ?? []).flatMap((event) => event.markerRecordedEventAttributes ?? []);
  return new Set(markers.map((marker) => String(marker.workflowTaskCompletedEventId))).size;
}
