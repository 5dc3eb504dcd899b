/** Where the worker of the plain workflows polls. */
export const PLAIN_QUEUE = "plain";
