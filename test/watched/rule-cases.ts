// For each alert rule what is shown as something breaks, and what is shown that is no reason to wake anybody: series by
// the names and labels that the service has, as `promtool test rules` reads them.

/** What a series shows before and after the moment at which something breaks. */
export type Series = Readonly<Record<string, readonly [before: number | null, after: number | Grows]>>;

/** From the value before, by so much a minute. */
export interface Grows {
  by: number;
}

export interface RuleCase {
  fires: Series;
  /** Nothing comes of this, however long it lasts. */
  quiet: Series;
  /** The labels of the alert, beside those that the rule gives it. */
  labels?: Readonly<Record<string, string>>;
  /** What lasts so many minutes is nothing, where that is less than the rule waits: rates remember. */
  short?: number;
}

const up = (process: string): string => `up{job="school-journeys",process="${process}"}`;
/** A series of one of the two processes, with the labels that Prometheus gives what it reads there. */
const of = (process: "web" | "worker", name: string, labels = ""): string =>
  `${name}{job="school-journeys",process="${process}"${labels && `,${labels}`}}`;
const both = (name: string, labels: string, change: Series[string]): Series => ({
  [of("web", name, labels)]: change,
  [of("worker", name, labels)]: change,
});
const answers = (part: string): string => of("web", "journeys_answers", `part="${part}"`);
const commands = (command: string, outcome: string): string =>
  of("web", "journeys_command_seconds_count", `command="${command}",outcome="${outcome}"`);

/** Commands a minute of one outcome, as a histogram: so many within 0.1 s, 2.5 s and ten. */
function latency(outcome: string, [quick, good, all]: readonly [number, number, number]): Series {
  const bucket = (le: string, by: number): Series => ({
    [of("web", "journeys_command_seconds_bucket", `command="RecordReleaseDay",outcome="${outcome}",le="${le}"`)]: [
      0,
      { by },
    ],
  });
  return {
    ...bucket("0.1", quick),
    ...bucket("2.5", good),
    ...bucket("5", all),
    ...bucket("10", all),
    ...bucket("+Inf", all),
  };
}

export const RULE_CASES: Readonly<Record<string, RuleCase>> = {
  ProcessAway: {
    fires: { [up("web")]: [1, 1], [up("worker")]: [1, 0] },
    labels: { job: "school-journeys", process: "worker" },
    quiet: { [up("web")]: [1, 1], 'up{job="another"}': [1, 0] },
  },
  PostgresqlAway: {
    // One process that does not reach it is enough.
    fires: { [answers("postgresql")]: [1, 1], [of("worker", "journeys_answers", 'part="postgresql"')]: [1, 0] },
    quiet: { [answers("postgresql")]: [1, 1] },
  },
  TemporalAway: {
    fires: { [answers("temporal")]: [1, 0] },
    quiet: { [answers("temporal")]: [1, 1] },
  },
  NobodyTakesWork: {
    fires: {
      [of("web", "journeys_queue_oldest_seconds", 'queue="workflows"')]: [0, 61],
      [of("web", "journeys_queue_oldest_seconds", 'queue="activities"')]: [0, 0],
    },
    // Letters wait for their rate.
    quiet: {
      [of("web", "journeys_queue_oldest_seconds", 'queue="workflows"')]: [0, 60],
      [of("web", "journeys_queue_oldest_seconds", 'queue="letters"')]: [0, 5_000],
    },
  },
  WorkflowTasksFail: {
    // Not there before it happens; once is enough.
    fires: {
      [of("worker", "temporal_workflow_task_execution_failed", 'failure_reason="NonDeterminismError"')]: [null, 1],
    },
    quiet: { [of("worker", "temporal_workflow_task_execution_failed", 'failure_reason="WorkflowError"')]: [0, 0] },
  },
  CommandsNotAnswered: {
    // Three kinds, twice each: none of them increases.
    fires: {
      [commands("SubmitApplication", "unknown")]: [null, 2],
      [commands("AcceptOffer", "unknown")]: [null, 2],
      [commands("RecordReleaseDay", "unknown")]: [null, 2],
    },
    quiet: {
      [commands("SubmitApplication", "unknown")]: [null, 5],
      [commands("AcceptOffer", "accepted")]: [0, { by: 40 }],
      [commands("AcceptOffer", "rejected")]: [0, { by: 40 }],
    },
  },
  CommandsSlow: {
    fires: latency("accepted", [20, 20, 24]),
    // Seen in the rate for five minutes more.
    short: 4,
    // Not one in twenty; and those that nobody answered are told of by another.
    quiet: { ...latency("accepted", [90, 96, 100]), ...latency("unknown", [0, 0, 100]) },
  },
  LettersWait: {
    fires: both("journeys_letters_waiting", 'age="older"', [0, 1]),
    quiet: both("journeys_letters_waiting", 'age="under-10-minutes"', [0, 900]),
  },
  RemindersLate: {
    fires: both("journeys_reminders_late", 'state="stalled"', [0, 1]),
    quiet: both("journeys_reminders", 'outcome="no-reply"', [0, 900]),
  },
  EffectsLate: {
    fires: both("journeys_oldest_overdue_seconds", 'what="effect"', [0, 1_801]),
    quiet: both("journeys_oldest_overdue_seconds", 'what="effect"', [0, 1_800]),
  },
  DatesPassed: {
    fires: both("journeys_oldest_overdue_seconds", 'what="date"', [0, 601]),
    quiet: both("journeys_oldest_overdue_seconds", 'what="date"', [0, 600]),
  },
  NotHome: {
    fires: { [of("worker", "journeys_at_home")]: [1, 0] },
    // During a move the workers that are at home suffice.
    quiet: {
      [of("worker", "journeys_at_home", 'instance="a"')]: [1, 1],
      [of("worker", "journeys_at_home", 'instance="b"')]: [1, 0],
    },
  },
  WebhookGivenUp: {
    fires: both("journeys_webhooks", 'state="given-up"', [0, 1]),
    quiet: both("journeys_webhooks", 'state="failing"', [0, 9]),
  },
  FeedHeldBack: {
    fires: both("journeys_feed_lag_seconds", "", [0, 61]),
    quiet: both("journeys_feed_lag_seconds", "", [0, 60]),
  },
  PoolFull: {
    fires: { [of("web", "journeys_pool_waiting")]: [0, 3], [of("worker", "journeys_pool_waiting")]: [0, 0] },
    quiet: {
      [of("web", "journeys_pool_connections", 'state="busy"')]: [0, 8],
      [of("web", "journeys_pool_waiting")]: [0, 0],
    },
  },
  PeopleBehind: {
    fires: both("journeys_tasks", 'age="older"', [0, 201]),
    quiet: {
      ...both("journeys_tasks", 'age="older"', [0, 200]),
      ...both("journeys_tasks", 'age="7-to-28-days"', [0, 900]),
    },
  },
};
