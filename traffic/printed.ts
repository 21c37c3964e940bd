/** Controls, also those of terminals, marks that turn or hide text, and halves of characters. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** What GitHub, Azure, TeamCity and GitLab take for a command in a job's log, and own colours. */
const COMMAND_START = /^([^\S\r\n\u2028\u2029]*)::/gm;
const COMMAND = /##(?=[a-z]*\[)/g;
const SECTION = /section_(start|end):/g;
const OWN_COLOUR = /^\[(?:31|32|33|34|90|1|22|39)m/;

/** A name or a value for a place inside a line: what can't be seen is written out, such as `\u001b`. */
export function printed(value: string): string {
  return neutral(value.replace(UNSEEN, escaped));
}

/** Whole lines: as `printed`, but line ends, tabs and, where we coloured it, our own colours are kept. */
export function printedLines(text: string, isOurs = true): string {
  const shown = text.replace(UNSEEN, (one, position: number) => {
    if (one === "\n" || one === "\t") return one;
    const isColour = isOurs && one === "\u001b" && OWN_COLOUR.test(text.slice(position + 1, position + 5));
    return isColour ? one : escaped(one);
  });
  return neutral(shown);
}

/** In JSON too this is what it was: the escapes are JSON's. */
function neutral(text: string): string {
  return text
    .replace(COMMAND_START, "$1\\u003a:")
    .replace(COMMAND, "\\u0023#")
    .replace(SECTION, "section_$1\\u003a");
}

function escaped(character: string): string {
  return character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}
