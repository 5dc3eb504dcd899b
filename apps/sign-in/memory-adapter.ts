// What the provider remembers between two clicks: sessions, codes, grants. In memory: a restart asks people to click
// again.

import type { Adapter, AdapterPayload } from "oidc-provider";

interface Kept {
  payload: AdapterPayload;
  until: number;
}

/** A class of adapters over one memory, as the provider makes one for each kind of thing. */
export function memoryAdapter(): new (kind: string) => Adapter {
  const kept = new Map<string, Kept>();
  const alive = (key: string): AdapterPayload | undefined => {
    const found = kept.get(key);
    return found !== undefined && found.until > Date.now() ? found.payload : undefined;
  };
  return class implements Adapter {
    private readonly kind: string;

    constructor(kind: string) {
      this.kind = kind;
    }

    async upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<void> {
      const now = Date.now();
      for (const [key, { until }] of kept) if (until <= now) kept.delete(key);
      kept.set(this.key(id), { payload, until: expiresIn > 0 ? now + expiresIn * 1_000 : Number.POSITIVE_INFINITY });
    }

    async find(id: string): Promise<AdapterPayload | undefined> {
      return alive(this.key(id));
    }

    async findByUid(uid: string): Promise<AdapterPayload | undefined> {
      return this.one((payload) => payload.uid === uid);
    }

    async findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
      return this.one((payload) => payload.userCode === userCode);
    }

    async consume(id: string): Promise<void> {
      const payload = alive(this.key(id));
      if (payload) payload.consumed = Math.floor(Date.now() / 1_000);
    }

    async destroy(id: string): Promise<void> {
      kept.delete(this.key(id));
    }

    async revokeByGrantId(grantId: string): Promise<void> {
      for (const [key, { payload }] of kept) if (payload.grantId === grantId) kept.delete(key);
    }

    private key(id: string): string {
      return `${this.kind} ${id}`;
    }

    private one(fits: (payload: AdapterPayload) => boolean): AdapterPayload | undefined {
      for (const key of kept.keys()) {
        const payload = key.startsWith(`${this.kind} `) ? alive(key) : undefined;
        if (payload && fits(payload)) return payload;
      }
      return undefined;
    }
  };
}
