// Reads workflows as GitHub does, by GitHub's own parser: names of files in, a list of what is wrong with them out.
import { readFileSync } from "node:fs";
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from "@actions/workflow-parser";

const wrong = [];
for (const name of process.argv.slice(2)) {
  const { context, value } = parseWorkflow(
    { name, content: readFileSync(name, "utf8") },
    new NoOperationTraceWriter(),
  );
  await convertWorkflowTemplate(context, value);
  wrong.push(...context.errors.getErrors().map(({ message }) => message));
}
console.log(JSON.stringify(wrong));
