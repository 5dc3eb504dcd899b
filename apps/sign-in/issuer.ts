/** Where the embedded sign-in of a port is: what its tokens name as their issuer. */
export function issuerAt(port: number): string {
  return `http://127.0.0.1:${port}`;
}
