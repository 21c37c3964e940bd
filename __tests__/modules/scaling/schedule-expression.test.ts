import { isScheduleExpression, isTimeZone } from "../../../modules/scaling/schedule-expression";

describe("the time of a schedule", () => {
  it.each([
    "cron(0 20 ? * MON-FRI *)",
    "cron(15 10 * * ? *)",
    "cron(0/15 8-18 ? * 2-6 2027)",
    "cron(0 0 L * ? *)",
    "cron(0 0 15W * ? *)",
    "cron(0 9 ? * 2#1 *)",
    "cron(0 9 ? * 6L *)",
    "cron(0,30 6 1,15 JAN,jul ? 2027-2030)",
    "rate(1 minute)",
    "rate(12 hours)",
    "rate(1 day)",
    "at(2027-01-31T18:00:00)",
    "at(2028-02-29T00:00:00)",
  ])("may be %s", (text) => {
    expect(isScheduleExpression(text)).toBe(true);
  });

  it.each([
    ["five fields", "cron(0 20 * * *)"],
    ["neither day nor weekday left open", "cron(0 20 * * MON *)"],
    ["both left open", "cron(0 20 ? * ? *)"],
    ["minute 60", "cron(60 20 ? * * *)"],
    ["hour 24", "cron(0 24 ? * * *)"],
    ["day 0", "cron(0 0 0 * ? *)"],
    ["month 13", "cron(0 0 1 13 ? *)"],
    ["weekday 0, as Unix has it", "cron(0 0 ? * 0 *)"],
    ["a year before 1970", "cron(0 0 1 1 ? 1969)"],
    ["a range that runs backwards", "cron(0 18-8 ? * MON *)"],
    ["a step of nothing", "cron(0/0 8 ? * MON *)"],
    ["a word in the wrong field", "cron(MON 8 ? * MON *)"],
    ["two spaces", "cron(0  8 ? * MON *)"],
    ["an empty field", "cron(0 8 ? * , *)"],
    ["a rate of one in the plural", "rate(1 hours)"],
    ["a rate of many in the singular", "rate(2 hour)"],
    ["a rate of none", "rate(0 hours)"],
    ["a rate in seconds", "rate(30 seconds)"],
    ["a day that there is not", "at(2027-02-29T00:00:00)"],
    ["an hour that there is not", "at(2027-02-28T24:00:00)"],
    ["a time zone in it", "at(2027-02-28T12:00:00Z)"],
    ["nothing", ""],
    ["a bare cron line", "0 20 * * *"],
  ])("is refused with %s", (_, text) => {
    expect(isScheduleExpression(text)).toBe(false);
  });
});

describe("a time zone", () => {
  it.each(["Europe/Berlin", "America/Argentina/Buenos_Aires", "Etc/UTC", "UTC", "Etc/GMT+5"])(
    "may be %s",
    (zone) => {
      expect(isTimeZone(zone)).toBe(true);
    },
  );

  it.each(["Berlin", "+01:00", "europe/berlin", "Europe/Atlantis", "CET+1", ""])("is not %j", (zone) => {
    expect(isTimeZone(zone)).toBe(false);
  });
});
