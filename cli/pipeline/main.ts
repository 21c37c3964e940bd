// npm run pipeline: the steps of pipelines/, which are more than a line.
import { pipelineCommand } from "./pipeline";

void pipelineCommand(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
