import { type Help, readCommandLine, refused, type Refused } from "../command-line";

/** How findings are written. */
export const FORMATS = ["text", "json", "sarif"] as const;
export type Format = (typeof FORMATS)[number];

/** What the command line asks for. */
export type Request =
  | {
      readonly kind: "check";
      /** None means all stacks of the app. */
      readonly files: readonly string[];
      readonly format: Format;
      readonly waiversFile?: string;
    }
  | Help
  | Refused;

export const declared = { options: { format: "value", waivers: "value" }, words: "FILE" } as const;

export function parseArguments(args: readonly string[]): Request {
  return readCommandLine<Request>(args, declared, ({ words, value }) => {
    const wanted = value("format") ?? "text";
    const format = FORMATS.find((one) => one === wanted);
    if (format === undefined) return refused(`unknown format ${wanted}. Use ${FORMATS.join(", ")}`);
    const waiversFile = value("waivers");
    const files = [...new Set(words)];
    return { kind: "check", files, format, ...(waiversFile === undefined ? {} : { waiversFile }) };
  });
}
