import { endGroup, startGroup } from "./process-groups";

/** What a short command prints, or nothing if it is absent, fails or does not answer in time. */
export function quickly(command: readonly string[], patienceMs = 20_000): Promise<string | undefined> {
  const env = { ...process.env, CHECKPOINT_DISABLE: "1" };
  const child = startGroup(command, { env, stdio: ["ignore", "pipe", "ignore"] });
  let stdout = "";
  child.stdout?.setEncoding("utf8").on("data", (chunk: string) => (stdout += chunk));
  const patience = setTimeout(() => void endGroup(child), patienceMs);
  return new Promise((resolve) => {
    const end = (answer: string | undefined): void => {
      clearTimeout(patience);
      resolve(answer);
    };
    child.once("error", () => end(undefined));
    child.once("close", (code) => end(code === 0 ? stdout : undefined));
  });
}
