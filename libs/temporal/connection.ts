// Every connection to Temporal is made here, but the worker's own: it is the SDK's, and takes the same options.

import { Connection, type ClientInterceptors, type ConnectionOptions } from "@temporalio/client";

/** Where Temporal is, and how it is reached (libs/config/temporal-access.ts). */
export interface TemporalSettings {
  address: string;
  namespace: string;
  access?: Pick<ConnectionOptions, "apiKey" | "tls" | "metadata">;
  /** What goes along with every call, where traces are kept. */
  interceptors?: ClientInterceptors;
}

/** A connection that is made when it is first used. `timeoutMs`: how long that may take. */
export function lazyConnection(
  { address, access }: Pick<TemporalSettings, "address" | "access">,
  timeoutMs: number,
): Connection {
  return Connection.lazy({ address, connectTimeout: timeoutMs, ...access });
}
