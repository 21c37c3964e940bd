import { codes } from "../../modules";

/** docs/errors.md: one row a code, in the words of the error itself. */
export function errorsPage(): string {
  const rows = Object.entries(codes)
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([code, { subject, allowed, fix, page }]) =>
      ["", `\`${code}\``, `${cell(subject)} ${cell(allowed)}`, cell(fix), `[page](${page})`, ""]
        .join(" | ")
        .trim(),
    );
  return [
    "# Errors",
    "",
    "Every problem of an app is named at once, before anything is written, as one `FrontyardError`:",
    "",
    "    FY322 voice-agent/FrontDoor: a load balancer needs subnets in at least 2 zones, got 1 (us-east-1a): add a zone to the Network",
    "",
    "Code, construct path, what holds, what was given, what to do. `error.problems` has the same as fields. A value that is",
    "a Terraform token is not known at synthesis and is not judged. Account quotas are AWS's defaults; an account that was",
    'granted more says so: `new App({ context: { "frontyard:quotas": { rulesPerSecurityGroup: 120 } } })`, or under',
    "`context` in cdktf.json.",
    "",
    "This page is written by `npm run docs`; a test keeps it current.",
    "",
    "| Code | What holds | What to do | Source |",
    "| --- | --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
}

export function cell(text: string): string {
  return text.replace(/\|/g, "\\|").replace(/\*/g, "\\*");
}
