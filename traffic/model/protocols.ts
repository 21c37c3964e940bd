import { UNKNOWN, type Value } from "../terraform";
import { text } from "./attributes";
import type { Known } from "./truth";

/** https://www.iana.org/assignments/protocol-numbers */
const BY_NUMBER: Readonly<Record<string, string>> = { "6": "tcp", "17": "udp", "1": "icmp", "58": "icmpv6" };

/** `tcp`, `udp`, …, or `-1` for all, however it was written. */
export function protocolOf(value: Value): Known<string> {
  const written = text(value);
  if (written === undefined || written === UNKNOWN) return UNKNOWN;
  const name = written.toLowerCase();
  return name === "all" ? "-1" : (BY_NUMBER[name] ?? name);
}
