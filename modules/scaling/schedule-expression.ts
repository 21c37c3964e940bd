/** https://docs.aws.amazon.com/autoscaling/application/userguide/scheduled-scaling-using-cron-expressions.html */
const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const WEEKDAYS = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

/** One field of a cron expression: its bounds, the words for its numbers, what else may stand in it. */
interface Field {
  readonly bounds: readonly [number, number];
  readonly words?: readonly string[];
  readonly special?: RegExp;
}

const FIELDS: readonly Field[] = [
  { bounds: [0, 59] },
  { bounds: [0, 23] },
  { bounds: [1, 31], special: /^(\?|L|LW|([1-9]|[12]\d|3[01])W)$/ },
  { bounds: [1, 12], words: MONTHS },
  { bounds: [1, 7], words: WEEKDAYS, special: /^(\?|L|[1-7]L|([1-7]|SUN|MON|TUE|WED|THU|FRI|SAT)#[1-5])$/ },
  { bounds: [1970, 2199] },
];

const RATE = /^rate\(([1-9]\d{0,4}) (minute|hour|day)(s?)\)$/;
const AT = /^at\((\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\)$/;
const CRON = /^cron\(([^()]+)\)$/;
const ZONE = /^(UTC|GMT|[A-Z][A-Za-z]+(\/[A-Za-z0-9_+-]+){1,2})$/;

/** Whether Application Auto Scaling takes an expression: cron with six fields, rate, or at. */
export function isScheduleExpression(text: string): boolean {
  const [, fields] = CRON.exec(text) ?? [];
  if (fields !== undefined) return isCron(fields.split(" "));
  const [, instant] = AT.exec(text) ?? [];
  if (instant !== undefined) return isInstant(instant);
  const [, amount, , plural] = RATE.exec(text) ?? [];
  return amount !== undefined && (amount === "1") === (plural === "");
}

/** Whether a time zone is one of the IANA database, in its own spelling. */
export function isTimeZone(text: string): boolean {
  if (!ZONE.test(text)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

/** Of day and weekday, exactly one is left open with a question mark. */
function isCron(fields: readonly string[]): boolean {
  const isOpen = [fields[2], fields[4]].filter((field) => field === "?").length === 1;
  return (
    fields.length === FIELDS.length && isOpen && FIELDS.every((field, i) => isField(fields[i] ?? "", field))
  );
}

function isField(text: string, field: Field): boolean {
  return field.special?.test(text) === true || text.split(",").every((part) => isPart(part, field));
}

/** `*`, `5`, `MON-FRI`, or a step of those such as `0/15`. */
function isPart(text: string, { bounds: [low, high], words = [] }: Field): boolean {
  const [, from = "", to = from, step = "1"] = /^(\*|\w+)(?:-(\w+))?(?:\/(\d+))?$/.exec(text) ?? [];
  if (Number(step) < 1) return false;
  if (from === "*") return to === "*";
  const [first, last] = [from, to].map((name) => {
    const word = words.indexOf(name.toUpperCase());
    return word === -1 ? (/^\d+$/.test(name) ? Number(name) : NaN) : word + low;
  }) as [number, number];
  return first >= low && last <= high && first <= last;
}

function isInstant(text: string): boolean {
  const time = new Date(`${text}Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().slice(0, 19) === text;
}
