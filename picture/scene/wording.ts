import { UNKNOWN, type Block, type Known } from "../../traffic/model";

/** `?` for what is not known. */
export function say(value: Known<string | number> | undefined, missing = ""): string {
  if (value === UNKNOWN) return "?";
  return value === undefined ? missing : String(value);
}

export function listed(words: readonly string[], most = 3): string {
  const shown = words.slice(0, most);
  const rest = words.length - shown.length;
  return rest > 0 ? `${shown.join(", ")} and ${rest} more` : shown.join(", ");
}

/** `1 task`, `2 tasks`. */
export function counted(count: number | string, one: string): string {
  return `${count} ${one}${String(count) === "1" ? "" : "s"}`;
}

export function unique<T>(all: readonly T[]): T[] {
  return [...new Set(all)];
}

export function cidrOf(block: Known<Block>): string {
  if (block === UNKNOWN) return "";
  const bytes = [24, 16, 8, 0].map((bits) => Math.floor(block.first / 2 ** bits) % 256);
  return `${bytes.join(".")}/${block.prefix}`;
}

/** `HTTP :80`. */
export function endOf(protocol: Known<string> | undefined, port: Known<number> | undefined): string {
  const name = protocol === UNKNOWN ? undefined : protocol;
  return [name, port === undefined ? undefined : `:${say(port)}`].filter(Boolean).join(" ");
}
