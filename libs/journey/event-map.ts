// How a kind of stream (a journey, a Work Group, a payment run) lists its events: once, each name with what it carries.
// The union of its events, the type of their names and the list of names all follow from that map.

/** Stands for data of one shape; at run time it is empty. */
export interface Carries<D extends object> {
  readonly data?: D;
}

/** An entry of the map: the event carries `D`. */
export function carries<D extends object>(): Carries<D> {
  return {};
}

/** What each event of a map carries, by name. */
export type DataOf<M> = { [T in keyof M]: M[T] extends Carries<infer D> ? D : never };
