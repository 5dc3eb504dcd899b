// What tasks and reminders may be, for queries and for the OpenAPI document.

export const TASK_STATUSES = ["open", "decided", "closed"] as const;
export const TASK_ABOUT = ["missed-commitment", "readiness", "bounced-letter"] as const;
export const REMINDER_KINDS = ["termly", "chaser", "resent"] as const;
export const REMINDER_OUTCOMES = ["sent", "held-back", "superseded", "pending", "stalled"] as const;
