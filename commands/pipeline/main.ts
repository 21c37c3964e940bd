// npm run pipeline: the steps of pipelines/, which are more than a line.
import { parseArguments, usage } from "./arguments";
import { pipeline } from "./pipeline";

async function main(args: readonly string[]): Promise<number> {
  const request = parseArguments(args);
  if (request.kind === "help") {
    console.log(usage);
    return 0;
  }
  try {
    if (request.kind === "refused") throw new Error(request.problem);
    return await pipeline(request);
  } catch (error) {
    console.error(`pipeline: ${(error as Error).message}`);
    return request.kind === "refused" ? 2 : 1;
  }
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
