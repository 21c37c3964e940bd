/** Controls, also those of terminals, marks that turn or hide text, and halves of characters. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** What GitHub, Azure and TeamCity take for a command in a job's log, and own colours. */
const COMMAND_START = /^([ \t]*)::/gm;
const COMMAND = /##(?=[a-z]*\[)/g;
const OWN_COLOUR = /^\[(?:31|32|33|34|90|1|22|39)m/;

/** A name or a value for a place inside a line: what can't be seen is written out, such as `\u001b`. */
export function printed(value: string): string {
  return neutral(value.replace(UNSEEN, escaped));
}

/** Whole lines: as `printed`, but line ends, tabs and our own colours are kept. */
export function printedLines(text: string): string {
  const shown = text.replace(UNSEEN, (one, position: number) => {
    if (one === "\n" || one === "\t") return one;
    return one === "\u001b" && OWN_COLOUR.test(text.slice(position + 1, position + 5)) ? one : escaped(one);
  });
  return neutral(shown);
}

/** Says something on standard output. Nothing of a plan reaches a terminal or a job's log but through here. */
export function say(text: string): void {
  console.log(printedLines(text));
}

/** The same on standard error; of an unexpected error, all that is known. */
export function complain(text: unknown): void {
  const told = text instanceof Error ? (text.stack ?? text.message) : String(text);
  console.error(printedLines(told));
}

/** In JSON too this is what it was: the escapes are JSON's. */
function neutral(text: string): string {
  return text.replace(COMMAND_START, "$1\\u003a:").replace(COMMAND, "\\u0023#");
}

function escaped(character: string): string {
  return character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}
