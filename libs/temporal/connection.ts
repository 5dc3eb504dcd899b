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

/**
 * Who was cut off comes again at most a second apart: by gRPC's own ways it waits longer each time, up to two minutes,
 * and says until then that Temporal is away when it has long been back.
 */
const COMES_AGAIN = { "grpc.initial_reconnect_backoff_ms": 100, "grpc.max_reconnect_backoff_ms": 1_000 };

/** A connection that is made when it is first used. `timeoutMs`: how long that may take. */
export function lazyConnection(
  { address, access }: Pick<TemporalSettings, "address" | "access">,
  timeoutMs: number,
): Connection {
  return Connection.lazy({ address, connectTimeout: timeoutMs, channelArgs: COMES_AGAIN, ...access });
}
