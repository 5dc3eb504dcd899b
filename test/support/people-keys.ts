import { makeKeyring } from "../../libs/people/keyring.ts";

/** The key-encryption key of tests. */
export const TEST_KEY = Buffer.alloc(32, 7);
export const TEST_KEYRING = makeKeyring([TEST_KEY]);
