import type { Document } from "../document";

/** One wire cut in a sound stack, and all that there is to say about it. */
export interface Break {
  readonly title: string;
  readonly cut: (document: Document) => void;
  /** `FY501 aws_lb.door`, each finding of it. */
  readonly told: readonly string[];
}

/** From and to any port. */
export const EVERY_PORT = { ip_protocol: "tcp", from_port: 1, to_port: 65535 };
