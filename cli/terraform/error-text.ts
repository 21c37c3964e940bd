const maxLines = 40;

/** The errors that Terraform printed, without its frames and colours; else the end of what there is. */
export function errorText(output: { readonly stdout: string; readonly stderr: string }): string {
  const lines = withoutFrames(output.stderr);
  const first = lines.findIndex((line) => line.startsWith("Error:"));
  if (first >= 0)
    return lines
      .slice(first, first + maxLines)
      .join("\n")
      .trimEnd();
  const all = [...withoutFrames(output.stdout), ...lines].filter((line) => line.trim() !== "");
  return all.slice(-maxLines / 2).join("\n");
}

function withoutFrames(text: string): string[] {
  return text
    .replaceAll(/\u001b\[[0-9;]*m/g, "")
    .split("\n")
    .map((line) => line.replace(/^[│╷╵] ?/, "").trimEnd());
}
